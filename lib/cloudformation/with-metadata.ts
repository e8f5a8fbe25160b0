import type { Template } from './template-resource';

/** A template with an entry of its Metadata section, which replaces one with the same key. Its resources do not depend on it. */
export function withMetadata(template: Template, key: string, value: unknown): Template {
  const metadata = { ...template.metadata, [key]: value };
  const raw = { ...template.raw, Metadata: metadata };
  return { ...template, metadata, raw, ...(template.source !== undefined && { source: { ...template.source, raw } }) };
}
