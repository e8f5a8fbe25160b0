import { z } from 'zod';
import { Alarm } from '../lib/model/alarm';
import { Amount, Every } from '../lib/model/amount';
import { AssumedShare, Assumption } from '../lib/model/assumption';
import { Component } from '../lib/model/component';
import { PoolerLimits } from '../lib/model/database';
import { Evidence } from '../lib/model/evidence';
import { CountedOperation } from '../lib/model/external';
import { ComparedWith, Figure } from '../lib/model/figure';
import { IndexSearch, SearchPoint } from '../lib/model/index-search';
import { Lever, LeverChange, LeverCost, LeverValue } from '../lib/model/lever';
import {
  BaseLoad,
  Demand,
  IncludedOperation,
  Message,
  Operation,
  OperationSeconds,
  OperationTransfer,
  UsualAmount,
} from '../lib/model/operation';
import { Options } from '../lib/model/options';
import { PublishedSize } from '../lib/model/published-size';
import { HealthCheck, Regions } from '../lib/model/regions';
import { Limit, Resource, Threshold } from '../lib/model/resource';
import { InstanceRange, PublishedRange } from '../lib/model/scalars';
import { DegradationPoint, Formula, PublishedValue, Scenario, ServiceLevels } from '../lib/model/scenario';
import { ServicePort, ServiceScaling } from '../lib/model/service';
import { System } from '../lib/model/system';
import { Contradiction, GpuWork, Published, PublishedOperation, PublishedResources, Tier, TierNetwork } from '../lib/model/tier';
import { WithoutLimit } from '../lib/model/without-limit';
import { OperationAmount, TargetWorkload, Traffic, Workload } from '../lib/model/workload';

/** The generated file. */
export const INPUT_TYPES_FILE = 'lib/model/inputs.ts';

const HEADER = `/**
 * Types of the files that people write: systems, tiers and options before defaults are filled in. Written by \`npm run schemas\` from the
 * schemas in this folder, because the compiler does not carry the descriptions of a schema into the types that it infers.
 * Do not edit.
 */
`;

const LINE_WIDTH = 140;

/** The part of a zod definition that rendering needs: a union over the kinds of schemas that the model uses. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly out?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly items?: readonly z.core.$ZodType[];
  readonly options?: readonly z.core.$ZodType[];
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly values?: readonly unknown[];
  readonly defaultValue?: unknown;
  readonly entries?: Readonly<Record<string, string>>;
}

/** Schemas that get a type of their own, with a description of it. Component kinds and kinds of `ComparedWith` are added below. */
const NAMED: readonly (readonly [name: string, schema: z.core.$ZodType, description: string])[] = [
  ['Options', Options, 'The choices that are independent of the tier.'],
  ['TargetWorkload', TargetWorkload, 'The workload that a tier is required to handle.'],
  ['System', System, 'A named set of tiers.'],
  ['Tier', Tier, 'One size of a system.'],
  ['Component', Component, 'One part of a system.'],
  ...Component.options.map((schema) => [pascalCase(schema.shape.kind.value), schema, descriptionOf(schema.shape.kind)] as const),
  ['CountedOperation', CountedOperation, 'The operation that gives a quantity of an external service.'],
  ['InstanceRange', InstanceRange, 'Number of instances of a service.'],
  ['ServicePort', ServicePort, 'A port of a service with its protocol.'],
  ['ServiceScaling', ServiceScaling, 'Targets of autoscaling.'],
  ['PoolerLimits', PoolerLimits, 'Connections that a pooler accepts from services and opens to the server.'],
  ['Limit', Limit, 'The amount of a resource that a component provides, where it does not follow from its size.'],
  ['GpuWork', GpuWork, 'The GPU model of a tier, and the service that it has only with a GPU.'],
  ['TierNetwork', TierNetwork, 'The network of a tier.'],
  ['Regions', Regions, 'How a tier survives the loss of its region.'],
  ['HealthCheck', HealthCheck, "The health check of a region's entry point."],
  ['Workload', Workload, 'The workload that a tier is built for.'],
  ['OperationAmount', OperationAmount, 'The amount of an operation: a number, a rate such as `600/min`, or an amount with a period.'],
  ['OperationRate', unwrapped(optionOf(OperationAmount, 2)), 'An amount with a period.'],
  ['Published', Published, 'The figures that the document publishes for a tier.'],
  ['PublishedOperation', PublishedOperation, 'A published figure of an operation.'],
  ['PublishedResources', PublishedResources, 'The resources that the document gives for a tier.'],
  ['PublishedSize', PublishedSize, 'Sizes of one component that the document gives, where the tier has others.'],
  ['PublishedRange', PublishedRange, 'A range that a document gives: `[200, 500]`, or `{ from: 1_000, orMore: true }`.'],
  ['PublishedSpan', optionOf(PublishedRange, 1), 'A range that may be open.'],
  ['Figure', Figure, 'A published figure without a field of its own.'],
  ['ComparedWith', ComparedWith, 'The computed value that a published figure is compared with.'],
  ...ComparedWith.options.map(
    ({ shape: { kind } }) => [`ComparedWith${pascalCase(String(valuesOf(kind)[0]))}`, optionNamed(kind), descriptionOf(kind)] as const,
  ),
  ['Traffic', Traffic, 'Amounts that one unit of use transfers and stores.'],
  ['Assumption', Assumption, 'An assumed number with its reason.'],
  ['AssumedShare', AssumedShare, 'An assumed share with its reason.'],
  ['Contradiction', Contradiction, 'A place where the document contradicts itself, market prices or arithmetic.'],
  ['Operation', Operation, 'A kind of work that users start.'],
  ['UsualAmount', UsualAmount, 'The amount of an operation when a workload does not give one.'],
  ['OperationSeconds', OperationSeconds, 'The duration of an event.'],
  ['Message', Message, 'A message on an open connection, such as a WebSocket.'],
  ['OperationTransfer', OperationTransfer, 'Data that an operation transfers besides HTTP requests and responses.'],
  ['SearchPoint', SearchPoint, 'The duration of a search in an index with a number of vectors.'],
  ['IndexSearch', IndexSearch, 'A search in one of several vector indexes, whose duration depends on the number of vectors in it.'],
  ['IncludedOperation', IncludedOperation, 'An operation that another one causes.'],
  ['Demand', Demand, 'The demand of one event, or of one session, on one component.'],
  ['BaseLoad', BaseLoad, 'Demand without any users.'],
  ['Threshold', Threshold, 'The utilization that a resource may reach at the peak.'],
  ['WithoutLimit', WithoutLimit, 'An operation or a component without a limit, with the reason.'],
  ['OperationWithoutLimit', optionOf(WithoutLimit, 0), 'An operation that no component limits.'],
  ['ComponentWithoutLimit', optionOf(WithoutLimit, 1), 'A component that limits no operation.'],
  ['Alarm', Alarm, 'Levels at which operators are notified.'],
  ['Scenario', Scenario, 'A workload that the document says a tier handles.'],
  ['Formula', Formula, 'A rule of the document that sizes a resource by the number of users.'],
  ['PublishedValue', PublishedValue, 'A value of a formula that the document gives.'],
  ['DegradationPoint', DegradationPoint, 'A point on the curve of a system that degrades under load.'],
  ['ServiceLevels', ServiceLevels, 'Service level objectives.'],
  ['Lever', Lever, 'An optimization of a system that changes what its tiers handle or cost.'],
  ['LeverValue', LeverValue, 'The value of a lever, with its range.'],
  ['LeverChange', LeverChange, 'A change in proportion to the value of a lever.'],
  ...LeverChange.options.map(
    (schema) => [`Lever${pascalCase(schema.shape.kind.value)}`, schema, descriptionOf(schema.shape.kind)] as const,
  ),
  ['LeverCost', LeverCost, 'The cost of a lever in addition to that of the components that it adds.'],
  ['Amount', Amount, 'A number, its two ends, or low, mid and high.'],
  ['AmountInterval', optionOf(Amount, 2), 'An amount with its expected value.'],
  ['Every', Every, 'The period of a rate.'],
  ['Evidence', Evidence, 'How a figure is known: stated by a document, computed, or measured by a load test.'],
  ['Resource', Resource, 'The id of a resource.'],
];

const NAMES = new Map(NAMED.map(([name, schema]) => [schema, `${name}Input`]));

/** The content of the generated file. */
export function inputTypes(): string {
  return [HEADER, ...NAMED.map(([name, schema, description]) => declaration(`${name}Input`, schema, description))].join('\n');
}

/** A type of the files that people write, for a reference. */
export interface ReferencedType {
  /** Name without the suffix `Input`. */
  readonly name: string;
  /** One sentence. */
  readonly description: string;
  /** Fields of an object; absent for a type that is none. */
  readonly fields?: readonly ReferencedField[];
  /** The TypeScript type of a value that is no object. */
  readonly type?: string;
}

/** A field of an object. */
export interface ReferencedField {
  /** Name of the field. */
  readonly key: string;
  /** Whether a definition must set it. */
  readonly isRequired: boolean;
  /** TypeScript type. */
  readonly type: string;
  /** Description with the default. */
  readonly description: string;
}

/** The types of the files that people write, in the order of the generated file. */
export function referencedTypes(): readonly ReferencedType[] {
  return NAMED.map(([name, schema, description]) => {
    const { shape } = definitionOf(writtenPart(schema));
    return shape === undefined
      ? { name, description, type: typeOf(schema, true) }
      : {
          name,
          description,
          fields: Object.entries(shape).map(([key, field]) => ({
            key,
            isRequired: !isOptional(field),
            type: typeOf(field),
            description: withDefault(field),
          })),
        };
  });
}

function declaration(name: string, schema: z.core.$ZodType, description: string): string {
  const { shape } = definitionOf(writtenPart(schema));
  if (shape !== undefined) return `${comment(description, '')}export interface ${name} ${objectType(shape)}\n`;
  const oneLine = `export type ${name} = ${typeOf(schema, true)};`;
  const text = oneLine.length <= LINE_WIDTH ? oneLine : `export type ${name} =${lines(unionOf(schema), '  ')};`;
  return `${comment(description, '')}${text}\n`;
}

function objectType(shape: Readonly<Record<string, z.core.$ZodType>>): string {
  const fields = Object.entries(shape).map(([key, schema]) => {
    const optional = isOptional(schema) ? '?' : '';
    const oneLine = `  readonly ${key}${optional}: ${typeOf(schema)};`;
    const text = oneLine.length <= LINE_WIDTH ? oneLine : `  readonly ${key}${optional}:${lines(unionOf(schema), '    ')};`;
    return `${comment(withDefault(schema), '  ')}${text}\n`;
  });
  return `{\n${fields.join('')}}`;
}

function isOptional(schema: z.core.$ZodType): boolean {
  return ['optional', 'default', 'prefault'].includes(definitionOf(schema).type);
}

/** The TypeScript type that a schema accepts. `declared`: of the schema itself, also where it has a name. */
function typeOf(schema: z.core.$ZodType, declared = false): string {
  const name = declared ? undefined : nameOf(schema);
  if (name !== undefined) return name;
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'string':
    case 'boolean':
      return definition.type;
    case 'number':
    case 'int':
      return 'number';
    case 'optional':
    case 'default':
    case 'prefault':
      return typeOf(inner(definition));
    case 'pipe':
      return isPreprocessed(definition) ? `${typeOf(inner(definition))} | string` : typeOf(inner(definition));
    case 'array': {
      const element = typeOf(inner(definition));
      return element.includes(' | ') ? `readonly (${element})[]` : `readonly ${element}[]`;
    }
    case 'tuple':
      return `readonly [${(definition.items ?? []).map((item) => typeOf(item)).join(', ')}]`;
    case 'record':
      return `Readonly<Record<string, ${typeOf(inner(definition))}>>`;
    case 'literal':
    case 'enum':
    case 'union':
      return unionOf(schema).join(' | ');
    default:
      throw new Error(`a schema of type ${definition.type} has no name and no type in scripts/input-types.ts`);
  }
}

/** The input of a schema that transforms it. */
function writtenPart(schema: z.core.$ZodType): z.core.$ZodType {
  const definition = definitionOf(schema);
  return definition.type === 'pipe' && !isPreprocessed(definition) ? writtenPart(inner(definition)) : schema;
}

/** The members of a union, of an enum or of literals. */
function unionOf(schema: z.core.$ZodType): string[] {
  const definition = definitionOf(schema);
  if (definition.options !== undefined) return [...new Set(definition.options.map((option) => typeOf(option)))];
  if (definition.type === 'literal' || definition.type === 'enum') return valuesOf(schema).map(literal);
  return unionOf(inner(definition));
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function valuesOf(schema: z.core.$ZodType): readonly unknown[] {
  const { values, entries } = definitionOf(schema);
  return values ?? Object.values(entries ?? {});
}

function lines(members: readonly string[], indent: string): string {
  return members.map((member) => `\n${indent}| ${member}`).join('');
}

function comment(description: string, indent: string): string {
  const sentence = `${description.charAt(0).toUpperCase()}${description.slice(1)}${description.endsWith('.') ? '' : '.'}`;
  const oneLine = `${indent}/** ${sentence} */\n`;
  if (oneLine.length <= LINE_WIDTH) return oneLine;
  const wrapped: string[] = [];
  for (const word of sentence.split(' ')) {
    const last = wrapped.at(-1);
    if (last === undefined || `${indent} * ${last} ${word}`.length > LINE_WIDTH - 10) wrapped.push(word);
    else wrapped[wrapped.length - 1] = `${last} ${word}`;
  }
  return [`${indent}/**`, ...wrapped.map((line) => `${indent} * ${line}`), `${indent} */`, ''].join('\n');
}

/** Descriptions of options leave their defaults to the schema. */
function withDefault(schema: z.core.$ZodType): string {
  const description = descriptionOf(schema);
  const { type, defaultValue } = definitionOf(schema);
  if (type !== 'default' || /default:/i.test(description)) return description;
  const text = defaultText(defaultValue);
  return description.endsWith('.') ? `${description} Default: ${text}.` : `${description}; default: ${text}`;
}

/** A default in words: an empty object or list is `none`. */
function defaultText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.keys(value).length === 0 ? 'none' : JSON.stringify(value);
}

/** A described schema is a copy of the one that has the name: its parent. */
function nameOf(schema: z.core.$ZodType): string | undefined {
  for (let one: z.core.$ZodType | undefined = schema; one !== undefined; one = one._zod.parent) {
    const name = NAMES.get(one);
    if (name !== undefined) return name;
  }
  return undefined;
}

function descriptionOf(schema: z.core.$ZodType): string {
  const description = z.globalRegistry.get(schema)?.description;
  if (description === undefined) throw new Error(`a field of type ${definitionOf(schema).type} has no description`);
  return description;
}

function optionOf(schema: z.core.$ZodType, index: number): z.core.$ZodType {
  const option = definitionOf(schema).options?.[index];
  if (option === undefined) throw new Error(`a union has no option ${index}`);
  return option;
}

function optionNamed(kind: z.core.$ZodType): z.core.$ZodType {
  const option = ComparedWith.options.find(({ shape }) => shape.kind === kind);
  if (option === undefined) throw new Error('a kind of ComparedWith is not among its options');
  return option;
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return inner(definitionOf(schema));
}

/** A number of the options, which may be written as a string. */
function isPreprocessed({ in: input }: Definition): boolean {
  return input !== undefined && definitionOf(input).type === 'transform';
}

function inner(definition: Definition): z.core.$ZodType {
  const { innerType, in: input, out, element, valueType, type } = definition;
  const schema = innerType ?? (isPreprocessed(definition) ? out : input) ?? element ?? valueType;
  if (schema === undefined) throw new Error(`a schema of type ${type} contains no other`);
  return schema;
}

function definitionOf(schema: z.core.$ZodType): Definition {
  return schema._zod.def as Definition;
}

function pascalCase(kebab: string): string {
  return kebab.replace(/(?:^|-)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
