/**
 * Problems as data. Code that finds invalid input collects every problem and throws one InputError; only `bin` turns
 * errors into text and exit codes.
 */
import { closest, distance } from 'fastest-levenshtein';
import type { ExceededLimit } from './exceeded-limit';

/** One thing that is wrong with an input. */
export interface Problem {
  /** The place: a dotted path in a file, a line, a context key or a flag, e.g. `components.api.vcpu` or `-c tier`. */
  readonly path: string;
  /** The invalid value as `shown` writes it. Absent when the value is missing, or when `reason` says what is wrong. */
  readonly received?: string;
  /** Why it is invalid, when that is not the value alone: `unknown key`, `is a folder`. Default: `invalid value` or `missing`. */
  readonly reason?: string;
  /** The valid values, worded to follow "expected": `one of small, medium, large` or `a whole number of at least 1`. */
  readonly expected: string;
  /** The valid word that the received one is probably a misspelling of. */
  readonly suggestion?: string;
}

/** Bad input: exit code 1. Holds all problems, not only the first. */
export class InputError extends Error {
  /** Name of the class, for code that has the error of another copy of the package. */
  override readonly name = 'InputError';
  constructor(
    /** The invalid input, worded to follow "invalid": `context`, `tier aiva/small`, `template shop.json`. */
    readonly subject: string,
    /** Everything that is wrong with it; at least one. */
    readonly problems: readonly Problem[],
  ) {
    super([invalidText(subject), ...problems.map(problemText)].join('\n  '));
  }
}

/** Several inputs that are invalid at once, such as flags and a file. */
export class InputErrors extends InputError {
  constructor(
    /** One error for each input. */
    readonly errors: readonly InputError[],
  ) {
    super(errors.map(({ subject }) => subject).join(' and '), errors.flatMap(partProblems));
  }
}

/** The subject of errors about a path of the file system; the path itself is in each problem. */
export const PATH_SUBJECT = 'path';

/** The problems of an error about one part of an input, such as a file of a folder, with the part in their paths. */
export function partProblems({ subject, problems }: InputError): readonly Problem[] {
  if (subject === PATH_SUBJECT) return problems;
  return problems.map((problem) => ({ ...problem, path: `${subject}: ${problem.path}` }));
}

/** A limit that the user set is exceeded, such as a budget: exit code 2. `exceededLimitText` words it. */
export class LimitExceededError extends Error {
  /** Name of the class, for code that has the error of another copy of the package. */
  override readonly name = 'LimitExceededError';
  constructor(
    /** The limit, with the figures that exceed it. */
    readonly limit: ExceededLimit,
  ) {
    super(`limit exceeded: ${limit.kind}`);
  }
}

/** The first line of an error about input: `invalid context`. */
export function invalidText(subject: string): string {
  return `invalid ${subject}`;
}

/** `-c tier: invalid value "lrage"; expected one of small, medium, large. Did you mean "large"?` */
export function problemText(problem: Problem): string {
  const { path, received, reason = received === undefined ? 'missing' : `invalid value ${received}` } = problem;
  return `${path}: ${reason}; ${expectationText(problem)}`;
}

/** `expected one of small, medium, large. Did you mean "large"?`: the end of a sentence that says what was found. */
export function expectationText({ expected, suggestion }: Pick<Problem, 'expected' | 'suggestion'>): string {
  return `expected ${expected}${suggestion === undefined ? '' : `. Did you mean "${suggestion}"?`}`;
}

/** Share of the letters of a valid word that may be wrong in a misspelling of it. */
const MAX_TYPOS_SHARE = 0.5;

/** Longest string that is compared with the valid words, in characters. A longer one is no misspelling of a name. */
const MAX_MISSPELLING_LENGTH = 200;

/** Words that other tools use, by ours. A store without a kind of its own is `external`. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  processor: ['cpu', 'vcpu'],
  memory: ['ram'],
  database: ['mysql', 'mariadb', 'postgres', 'postgresql', 'rds', 'aurora'],
  cache: ['redis', 'valkey', 'memcached', 'elasticache'],
  'document-store': ['mongodb', 'mongo', 'documentdb'],
  'vector-store': ['qdrant'],
  queue: ['sqs', 'rabbitmq', 'message-queue', 'broker'],
  bucket: ['s3', 'minio', 'object-storage', 'object-store', 'storage', 'blob-storage'],
  'load-balancer': ['alb', 'nlb', 'elb', 'ingress', 'gateway'],
  cdn: ['cloudfront', 'distribution'],
  service: ['deployment', 'container', 'microservice', 'worker', 'app', 'fargate'],
  'node-pool': ['nodes', 'nodegroup', 'node-group', 'instances', 'ec2'],
  external: ['kafka', 'msk', 'elasticsearch', 'opensearch', 'clickhouse', 'cassandra', 'dynamodb'],
  second: ['s', 'sec'],
  minute: ['min'],
  hour: ['h', 'hr'],
  day: ['d'],
  'max-users': ['to-users'],
  'min-users': ['from-users'],
};

const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries(OTHER_WORDS).flatMap(([ours, others]) => others.map((other): [string, string] => [other, ours])),
);

/** The valid word that is a synonym of the received one, or nearest to a misspelt one; undefined when none is near enough. */
export function didYouMean(received: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || received.length > MAX_MISSPELLING_LENGTH) return undefined;
  const word = received.toLowerCase();
  const synonym = SYNONYMS.get(word);
  if (synonym !== undefined && known.includes(synonym)) return synonym;
  const nearest = closest(word, [...known]);
  return distance(word, nearest) <= Math.max(1, Math.floor(nearest.length * MAX_TYPOS_SHARE)) ? nearest : undefined;
}

/** Number of characters to insert, remove or replace until a word is the known one. */
export function typosIn(word: string, known: string): number {
  return distance(word, known);
}

/** Longest list of numbers that a problem shows: a range has two. */
const MAX_SHOWN_NUMBERS = 3;

/** A value as problems show it, at most 80 characters: strings in quotes, `[…]` for a list of other values than a few numbers, and `{…}` for an object. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value))
    return value.length <= MAX_SHOWN_NUMBERS && value.every((each) => typeof each === 'number') ? `[${value.join(', ')}]` : '[…]';
  if (typeof value === 'object') return '{…}';
  const text = typeof value === 'string' ? JSON.stringify(value) : typeof value === 'bigint' ? `${value}n` : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** Keys that paths show without quotes. */
const PLAIN_KEY = /^[\w@$/:.-]{1,80}$/;

/** A key as paths show it: as it is, or like a value when it is empty, long, or has spaces or characters of no name. */
export function shownKey(key: string): string {
  return PLAIN_KEY.test(key) ? key : shown(key);
}

/** `one of small, medium, large`, or the only one of them. */
export function oneOf(words: readonly string[]): string {
  return words.length === 1 ? `${words[0]}` : `one of ${words.join(', ')}`;
}

/** The problem of a word that is not one of a list. */
export function notOneOf(path: string, received: string, words: readonly string[]): Problem {
  return { path, received: shown(received), expected: oneOf(words), ...suggestionFor(received, words) };
}

/** Most words that a problem lists next to a suggestion. */
const MAX_LISTED_WORDS = 30;

/** The problem of a key that an object or a request does not have. A long list of keys is left out if one of them is suggested. */
export function unknownKey(path: string, key: string, keys: readonly string[]): Problem {
  const suggestion = suggestionFor(key, keys);
  const listed = keys.length > MAX_LISTED_WORDS && suggestion.suggestion !== undefined ? `one of ${keys.length} keys` : oneOf(keys);
  return { path, reason: UNKNOWN_KEY, expected: keys.length > 0 ? listed : 'no keys', ...suggestion };
}

/** The reason of every problem with an unknown key. */
export const UNKNOWN_KEY = 'unknown key';

/** The suggestion for a misspelt word, as a field of a problem; empty when no valid word is near enough. */
export function suggestionFor(received: string, words: readonly string[]): Pick<Problem, 'suggestion'> {
  const suggestion = didYouMean(received, words);
  return suggestion === undefined ? {} : { suggestion };
}
