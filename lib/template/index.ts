/**
 * Template: synthesized templates read back as plain resources. Knows units and problems; no CDK and no model, so
 * that it reads anybody's template.
 */
export * from './limits';
export { parseTemplate } from './parse-template';
export { readTemplates } from './read-templates';
export * from './references';
export { type TemplateOrigin, templateFrom } from './template-from';
export * from './template-resource';
