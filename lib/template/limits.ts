/**
 * The largest template file that is read. CloudFormation itself takes 1,000,000 bytes (quota "template body size in
 * S3", AWS CloudFormation user guide); what is synthesized may be larger before it is minified, but not fifty times.
 */
export const MAX_TEMPLATE_BYTES = 50_000_000;

/**
 * The largest YAML file that is read. People write YAML, and to read it takes a hundred times as long as JSON: this
 * many bytes take some seconds.
 */
export const MAX_YAML_BYTES = 5_000_000;
