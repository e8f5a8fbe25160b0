import { own, type PlainObject, section } from '../core/plain-object';
import { parameterOf } from './resolve';
import { LOOKED_UP } from './scope';

/** A dynamic reference to Parameter Store. Source: AWS CloudFormation user guide, dynamic references. */
const DYNAMIC = /^\{\{resolve:ssm:([^:}]+)(?::\d+)?\}\}$/;

/**
 * The path in Parameter Store that a value looks up at deployment: the default of a parameter whose type is
 * `AWS::SSM::Parameter::Value<…>`, or that of a dynamic reference. Undefined for other values.
 */
export function parameterPath(value: unknown, template: PlainObject): string | undefined {
  if (typeof value === 'string') return DYNAMIC.exec(value)?.[1];
  const name = parameterOf(value);
  if (name === undefined) return undefined;
  const parameter = section(section(template, 'Parameters'), name);
  const path = own(parameter, 'Default');
  return LOOKED_UP.test(String(own(parameter, 'Type'))) && typeof path === 'string' ? path : undefined;
}
