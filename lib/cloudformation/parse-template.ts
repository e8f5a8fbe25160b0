import { InputError } from '../core/problems';
import { parseJson } from '../io/parse-json';
import { requireText } from '../io/require-text';
import { MAX_TEMPLATE_BYTES } from './limits';
import type { ParsedTemplate } from './parse-yaml';
import { subjectOf } from './subject';
import { templateFrom } from './template-from';
import type { Template } from './template-resource';

const EXPECTED = { content: 'a CloudFormation template', contentInFormat: 'a template in JSON or YAML', maxBytes: MAX_TEMPLATE_BYTES };

/**
 * Parses a template in JSON, or in YAML with CloudFormation's short tags. The name is for messages. Throws an InputError
 * with every problem: the position of syntax errors, or the paths of invalid values.
 */
export function parseTemplate(text: string, name: string, region?: string): Template {
  const { value, duplicateKeys } = parseText(text, name);
  return templateFrom(value, name, region, { duplicateKeys });
}

/** Parses JSON or YAML. Throws an InputError when it is invalid, empty or too large. */
export function parseText(text: string, name: string): ParsedTemplate {
  const subject = subjectOf(name);
  const source = requireText(text, subject, EXPECTED);
  if (isJson(source, name)) return { value: parseTemplateJson(source, subject), duplicateKeys: [] };
  // Loaded on demand: synthesized templates are JSON.
  const { parseTemplateYaml } = require('./parse-yaml') as typeof import('./parse-yaml');
  return parseTemplateYaml(source, subject);
}

/** A quote of a string of JSON, an escaped character, or a comma after the last member of an object or array. */
const QUOTE_OR_TRAILING_COMMA = /\\[\s\S]|"|,(?=\s*[}\]])/g;

/**
 * Parses JSON that may have commas after the last member of an object or array, which CloudFormation accepts. Sources:
 * https://github.com/stelligent/cfn_nag/issues/203 and https://github.com/humanmade/cf-to-tf/pull/7.
 */
function parseTemplateJson(text: string, subject: string): unknown {
  try {
    return parseJson(text, subject);
  } catch (error) {
    const strict = withoutTrailingCommas(text);
    if (!(error instanceof InputError) || strict === text) throw error;
    return parseJson(strict, subject);
  }
}

/** The text with a space in place of each comma after a last member; no other character moves. */
function withoutTrailingCommas(text: string): string {
  let isString = false;
  return text.replace(QUOTE_OR_TRAILING_COMMA, (match) => {
    if (match === '"') isString = !isString;
    return match === ',' && !isString ? ' ' : match;
  });
}

/** Whether a file that starts with a brace or bracket is JSON; in a YAML file a flow mapping starts the same way. */
function isJson(text: string, name: string): boolean {
  return /^\s*[{[]/.test(text) && !/\.ya?ml$/i.test(name);
}
