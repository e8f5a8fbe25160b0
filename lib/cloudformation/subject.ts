/** The subject of errors about a template, by its file or stack: `template cdk.out/Shop.template.json`. */
export function subjectOf(name: string): string {
  return `template ${name}`;
}
