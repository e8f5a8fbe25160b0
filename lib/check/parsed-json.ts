/** The value of a JSON text; undefined when it is not JSON, which cfn-lint and CloudFormation report. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
