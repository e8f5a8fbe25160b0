/**
 * Report: answers as text. Views compute what is said, renderers say it as a table, JSON, Markdown or CSV. Knows the
 * types of blueprints and bills, and units; it prints nothing.
 */
export * from './capacity';
export * from './cluster';
export * from './compare';
export { perUserUsd } from './compare-rows';
export * from './curve';
export * from './estimate';
export * from './explain';
export * from './fit';
export * from './footnotes';
export * from './lint';
export * from './list';
export * from './manifests';
export { chosenText, rejectionText, requirementText, verdictText } from './reasons';
export * from './recommend';
export * from './render';
export * from './report';
export { sumOf } from './sums';
export * from './tier-form';
export * from './waterfall';
