/** Every Kubernetes object has an `apiVersion` at the start of a line or as the first key. */
const OBJECT = /^(?:apiVersion|["']apiVersion["']|\{\s*"(?:apiVersion|kind)")\s*:/m;
const TEMPLATE = /^\s{0,4}["']?(?:AWSTemplateFormatVersion|Resources)["']?\s*:/m;

/** Whether the text of a file is a manifest, before it is parsed. */
export function isManifestText(text: string): boolean {
  return OBJECT.test(text) && !TEMPLATE.test(text);
}

/** Whether the text of a file is a CloudFormation template, before it is parsed: its tags are invalid in manifests. */
export function isTemplateText(text: string): boolean {
  return TEMPLATE.test(text) && !OBJECT.test(text);
}
