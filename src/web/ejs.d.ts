declare module 'ejs' {
  interface Options {
    filename: string
    /** Locals are taken as they are, not copied to an object without a prototype. */
    unsafePrototypeLocals: true
  }
  const ejs: { compile(template: string, options: Options): (locals: object) => string }
  export default ejs
}
