/** The library for CEL, loaded when the first rule is evaluated: most manifests are checked without one. */
export function celLibrary(): typeof import('@bufbuild/cel') {
  return require('@bufbuild/cel') as typeof import('@bufbuild/cel');
}

/** The extension for strings, such as `split` and `format`, which the API server has too. */
export function celStrings(): typeof import('@bufbuild/cel/ext') {
  return require('@bufbuild/cel/ext') as typeof import('@bufbuild/cel/ext');
}
