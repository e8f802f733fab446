declare module 'ejs' {
  interface Options {
    filename: string
    root: string
    cache?: boolean
  }
  const ejs: { compile(template: string, options: Options): (model: object) => string }
  export default ejs
}
