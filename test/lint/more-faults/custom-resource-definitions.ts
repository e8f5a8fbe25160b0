import { object } from '../fault-text';
import type { Fault } from './fault';

const definition = (version: string, names = 'plural: widgets, kind: Widget', more = '') =>
  object(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    `spec: { group: example.com, scope: Namespaced, names: { ${names} }, versions: [{ name: v1, served: true, storage: true, ${version} }]${more} }`,
    'metadata: { name: widgets.example.com }',
  );
const SCHEMA = 'schema: { openAPIV3Schema: { type: object } }';

/** Faults of CustomResourceDefinitions. */
export const DEFINITION_FAULTS: readonly Fault[] = [
  ['kind with a hyphen first', 'ValidateCustomResourceDefinitionNames', definition(SCHEMA, 'plural: widgets, kind: "-Widget"')],
  [
    'plural in upper case',
    'ValidateCustomResourceDefinitionNames',
    object(
      'apiextensions.k8s.io/v1',
      'CustomResourceDefinition',
      `spec: { group: example.com, scope: Namespaced, names: { plural: Widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, ${SCHEMA} }] }`,
      'metadata: { name: Widgets.example.com }',
    ),
  ],
  [
    'short name in upper case',
    'ValidateCustomResourceDefinitionNames',
    definition(SCHEMA, 'plural: widgets, kind: Widget, shortNames: [W]'),
  ],
  [
    'unknown scope of a definition',
    'validateCustomResourceDefinitionSpec',
    object(
      'apiextensions.k8s.io/v1',
      'CustomResourceDefinition',
      `spec: { group: example.com, scope: Global, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, ${SCHEMA} }] }`,
      'metadata: { name: widgets.example.com }',
    ),
  ],
  [
    'version with a dot',
    'validateCustomResourceDefinitionVersion',
    object(
      'apiextensions.k8s.io/v1',
      'CustomResourceDefinition',
      `spec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1.0, served: true, storage: true, ${SCHEMA} }] }`,
      'metadata: { name: widgets.example.com }',
    ),
  ],
  [
    'webhook conversion without a webhook',
    'validateCustomResourceConversion',
    definition(SCHEMA, undefined, ', conversion: { strategy: Webhook }'),
  ],
  [
    'scale of a field outside of spec',
    'ValidateCustomResourceDefinitionSubresources',
    definition(`${SCHEMA}, subresources: { scale: { specReplicasPath: .replicas, statusReplicasPath: .status.replicas } }`),
  ],
  [
    'unknown type of a column',
    'ValidateCustomResourceColumnDefinition',
    definition(`${SCHEMA}, additionalPrinterColumns: [{ name: A, type: text, jsonPath: .spec.a }]`),
  ],
  [
    'property without a type',
    'ValidateStructural',
    definition('schema: { openAPIV3Schema: { type: object, properties: { spec: { properties: { a: { type: string } } } } } }'),
  ],
  [
    'array without items',
    'ValidateStructural',
    definition('schema: { openAPIV3Schema: { type: object, properties: { spec: { type: array } } } }'),
  ],
  [
    'unknown type of a property',
    'ValidateCustomResourceDefinitionOpenAPISchema',
    definition('schema: { openAPIV3Schema: { type: object, properties: { a: { type: text } } } }'),
  ],
  [
    'unique items',
    'ValidateCustomResourceDefinitionOpenAPISchema',
    definition(
      'schema: { openAPIV3Schema: { type: object, properties: { a: { type: array, uniqueItems: true, items: { type: string } } } } }',
    ),
  ],
  [
    'map list without keys',
    'ValidateCustomResourceDefinitionOpenAPISchema',
    definition(
      'schema: { openAPIV3Schema: { type: object, properties: { a: { type: array, x-kubernetes-list-type: map, items: { type: object, properties: { k: { type: string } } } } } } }',
    ),
  ],
  ['schema that is no object', 'ValidateStructural', definition('schema: { openAPIV3Schema: { type: string } }')],
  [
    'unknown fields preserved by the old field',
    'validatePreserveUnknownFields',
    definition(SCHEMA, undefined, ', preserveUnknownFields: true'),
  ],
  [
    'rule of a schema that is no CEL',
    'ValidateCustomResourceDefinitionOpenAPISchema',
    definition('schema: { openAPIV3Schema: { type: object, x-kubernetes-validations: [{ rule: "self.a ==" }] } }'),
  ],
];
