declare module 'edtf' {
  /** Milliseconds since 1970, Infinity where an end is open. @throws where the text is not EDTF */
  export default function edtf(text: string): { min: number; max: number }
}
