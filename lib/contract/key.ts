/** Metadata key of a template, and name of the ConfigMap of manifests, that a declaration is under. Resources use it for what they declare. */
export const DECLARATION_KEY = 'sizing-blueprints';

/** Key of that ConfigMap that has the declaration as JSON. */
export const DECLARATION_FILE = 'declaration.json';
