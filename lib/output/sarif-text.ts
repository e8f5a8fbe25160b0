/** Address of the schema of SARIF 2.1.0. */
export const SARIF_SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** SARIF 3.11.6 reads `[text](address)` in a message as a link, and a backslash before the bracket as none. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '\\](');
}

/** Half of a surrogate pair, which no address can hold. */
const HALF_CHARACTER = /\p{Cs}/gu;

/** Relative where the path is, so that it is found in a checkout; each part is escaped. */
export function uriOf(file: string): string {
  const path = file.replace(HALF_CHARACTER, '\uFFFD').replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
}
