import { InputError } from '../problems';
import { bytesText, MAX_TEMPLATE_BYTES } from './limits';
import { parseJson } from './parse-json';
import { parseYaml } from './parse-yaml';
import { templateFrom } from './template-from';
import type { Template } from './template-resource';

const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * Reads the text of a template, JSON or YAML with CloudFormation's short tags. The name is for messages. Throws an
 * InputError with every problem: where the text is broken, or what is wrong with the template.
 */
export function parseTemplate(text: string, name: string, region?: string): Template {
  return templateFrom(parseText(text, name), name, region);
}

/** The value that a text stands for. Throws an InputError for what is neither JSON nor YAML, empty or too large. */
export function parseText(text: string, name: string): unknown {
  const source = text.replace(BYTE_ORDER_MARK, '');
  if (source.length > MAX_TEMPLATE_BYTES) throw tooLarge(name, source.length);
  if (source.trim() === '') throw new InputError(name, [{ path: 'file', received: 'empty', allowed: 'a CloudFormation template' }]);
  if (source.includes('\0')) throw new InputError(name, [{ path: 'file', received: 'not text', allowed: 'a template in JSON or YAML' }]);
  return isJson(source, name) ? parseJson(source, name) : parseYaml(source, name);
}

export function tooLarge(name: string, bytes: number): InputError {
  return new InputError(name, [{ path: 'file', received: bytesText(bytes), allowed: `at most ${bytesText(MAX_TEMPLATE_BYTES)}` }]);
}

/** What starts as JSON is JSON, unless its name says YAML: there a flow mapping starts the same way. */
function isJson(text: string, name: string): boolean {
  return /^\s*[{[]/.test(text) && !/\.ya?ml$/i.test(name);
}
