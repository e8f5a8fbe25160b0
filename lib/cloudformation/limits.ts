/**
 * The largest template file that is read. CloudFormation itself takes 1,000,000 bytes (quota "template body size in
 * S3", AWS CloudFormation user guide); a synthesized template may be larger before it is minified, but not fifty times.
 */
export const MAX_TEMPLATE_BYTES = 50_000_000;

/**
 * The largest YAML file that is read. People write YAML, and to read it takes a hundred times as long as JSON: this
 * many bytes take some seconds.
 */
export const MAX_YAML_BYTES = 5_000_000;

/**
 * How many templates are read for one path, nested stacks counted at each place where they are used. CloudFormation
 * changes at most 2,500 resources of nested stacks in one operation (AWS CloudFormation user guide, quotas), and a
 * stack that is not empty has one; files that refer to each other several times would grow without bound.
 */
export const MAX_TEMPLATES = 2_500;

/** How many bytes of templates are read for one path, in all. */
export const MAX_TEMPLATES_BYTES = 200_000_000;

/** How many files and folders of a repository are listed to find the template of a nested stack by its name. */
export const MAX_TREE_ENTRIES = 20_000;
