/** Format of a name. Source: Kubernetes documentation, object names and IDs, and RFC 1123, 1035 and 6335. */
export interface NameFormat {
  /** The format in words, to follow "expected". */
  readonly expected: string;
  /** Pattern of a valid name. */
  readonly pattern: RegExp;
  /** Maximum number of characters. */
  readonly maxLength: number;
}

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** A label of RFC 1123, such as the name of a namespace. */
export const DNS_LABEL: NameFormat = { expected: 'at most 63 lower-case letters, digits and hyphens', pattern: LABEL, maxLength: 63 };

/** A subdomain of RFC 1123, such as the name of most objects. */
export const DNS_SUBDOMAIN: NameFormat = {
  expected: 'at most 253 lower-case letters, digits, hyphens and dots',
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  maxLength: 253,
};

/** A label of RFC 1035, such as the plural name of a CustomResourceDefinition. */
export const LETTER_LABEL: NameFormat = {
  expected: 'at most 63 lower-case letters, digits and hyphens, starting with a letter',
  pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  maxLength: 63,
};

/**
 * The name of a Service. Kubernetes 1.36 and later accept a digit as its first character too. Source: KEP 5311,
 * https://github.com/kubernetes/kubernetes/pull/136389.
 */
export const SERVICE_NAME: NameFormat = { ...LETTER_LABEL, expected: `${LETTER_LABEL.expected}, as Kubernetes before 1.36 requires` };

/** A service name of RFC 6335, such as the name of a container port. */
export const PORT_NAME: NameFormat = {
  expected: 'at most 15 lower-case letters, digits and hyphens, with at least one letter',
  // Letters and digits in groups that single hyphens separate, with at least one letter.
  pattern: /^(?:\d+-)*\d*[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  maxLength: 15,
};

/** A CronJob: its jobs add 11 characters to the name. */
export const CRON_JOB_NAME: NameFormat = {
  ...DNS_SUBDOMAIN,
  expected: 'at most 52 lower-case letters, digits, hyphens and dots',
  maxLength: 52,
};

/** A key of a ConfigMap or Secret. Source: `IsConfigMapKey` of k8s.io/apimachinery. */
export const DATA_KEY: NameFormat = {
  expected: 'letters, digits, hyphens, underscores and dots, not starting with two dots',
  pattern: /^(?!\.\.|\.$)[-._a-zA-Z0-9]+$/,
  maxLength: 253,
};

/** Names of roles may contain every character that a path segment can. */
export const PATH_SEGMENT: NameFormat = { expected: 'a string without / and %', pattern: /^(?!\.\.?$)[^/%]+$/, maxLength: 253 };

/** A value of a label; may be empty. */
export const LABEL_VALUE: NameFormat = {
  expected: 'at most 63 letters, digits, hyphens, underscores and dots, starting and ending with a letter or digit',
  pattern: /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/,
  maxLength: 63,
};

/** Whether a name has a format. */
export function hasFormat(text: string, { pattern, maxLength }: NameFormat): boolean {
  return text.length <= maxLength && pattern.test(text);
}

/** The format of a label key in words, to follow "expected". */
export const EXPECTED_LABEL_KEY =
  'at most 63 letters, digits, hyphens, underscores and dots, with an optional domain and slash as a prefix';

/**
 * Whether a string is a key of a label, such as `app` or `app.kubernetes.io/name`. Annotations ignore upper case. Source:
 * `IsQualifiedName` of k8s.io/apimachinery.
 */
export function isLabelKey(key: string): boolean {
  const parts = key.split('/');
  const [name = ''] = parts.slice(-1);
  if (parts.length > 2 || name === '' || !hasFormat(name, LABEL_VALUE)) return false;
  return parts.length === 1 || hasFormat(parts[0] ?? '', DNS_SUBDOMAIN);
}
