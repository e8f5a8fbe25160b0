/**
 * Template: synthesized templates read back as plain resources. Knows units and problems; no CDK and no model, so
 * that it reads anybody's template.
 */
export * from './template-resource';
