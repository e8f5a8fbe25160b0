import { isPlainObject, own, section } from '../core/plain-object';
import { InputError, notOneOf, type Problem, shown } from '../core/problems';
import { parentOf } from './deployed-stack';
import type { Template } from './template-resource';

/**
 * Checks parameter values that a user gives for templates. Throws an InputError with every value of a parameter that no template
 * has, and every value that a parameter does not allow.
 */
export function requireParameters(templates: readonly Template[], given: ReadonlyMap<string, string>): void {
  const declared = templates.flatMap((template) =>
    parentOf(template) === undefined ? Object.entries(section(template.raw, 'Parameters')) : [],
  );
  const names = [...new Set(declared.map(([name]) => name))];
  const problems = [...given].flatMap(([name, value]): readonly Problem[] => {
    if (!names.includes(name)) return [unknownParameter(name, names)];
    return declared.flatMap(([declaredName, parameter]) => {
      const allowed = isPlainObject(parameter) && declaredName === name ? own(parameter, 'AllowedValues') : undefined;
      return Array.isArray(allowed) && !allowed.map(String).includes(value) ? [notOneOf(name, value, allowed.map(String))] : [];
    });
  });
  if (problems.length > 0) throw new InputError('parameters', problems);
}

function unknownParameter(name: string, names: readonly string[]): Problem {
  if (names.length === 0) return { path: name, received: shown(name), expected: 'no parameter: the template has none' };
  return { ...notOneOf(name, name, names), reason: 'unknown parameter' };
}
