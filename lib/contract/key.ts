/** Key of the declaration in the metadata of templates and resources, and name of the ConfigMap with it in manifests. */
export const DECLARATION_KEY = 'sizing-blueprints';

/** Key in the ConfigMap; its value is the declaration as JSON. */
export const DECLARATION_FILE = 'declaration.json';
