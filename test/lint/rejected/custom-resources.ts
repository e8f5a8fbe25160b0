import { type Make, META, type Rejected, rows } from './rows';

/** A kind with the schema of its `spec`, and an object of it. */
const widget =
  (schema: string): Make =>
  (fields) =>
    `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, ${schema} } } } } }] }\n---\napiVersion: example.com/v1\nkind: Widget\n${META}\nspec: { ${fields} }\n`;

/** A definition whose version has fields. */
const definition: Make = (fields) =>
  `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, ${fields} }] }\n`;
/** A definition with the schema of the field `a`. */
const property: Make = (schema) => definition(`schema: { openAPIV3Schema: { type: object, properties: { a: { ${schema} } } } }`);
const SCHEMA_PATH = 'spec.versions[0].schema.openAPIV3Schema';
const A = `${SCHEMA_PATH}.properties.a`;
const KEYED = 'type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k]';

/** Custom resources and their definitions that the API server rejects. */
export const REJECTED_CUSTOM_RESOURCES: readonly Rejected[] = [
  ...rows(
    'invalid-definition',
    (fields) => `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: ${fields} }\n`,
    [
      [
        'ValidateCustomResourceDefinition',
        'widget.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]',
        'widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]',
        'metadata.name',
      ],
      [
        'validateCustomResourceDefinitionSpec',
        'widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: false, schema: { openAPIV3Schema: { type: object } } }]',
        'widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]',
        'spec.versions',
      ],
      [
        'validateCustomResourceDefinitionVersion',
        'widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true }]',
        'widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]',
        'spec.versions[0].schema.openAPIV3Schema',
      ],
      [
        'validateCustomResourceConversion',
        'widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }], conversion: { strategy: None, webhook: { conversionReviewVersions: [v1] } }',
        'widgets.example.com }\nspec: { group: example.com, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }], conversion: { strategy: None }',
        'spec.conversion.webhook',
      ],
      [
        'validateAPIApproval',
        'widgets.example.k8s.io }\nspec: { group: example.k8s.io, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]',
        'widgets.example.k8s.io, annotations: { api-approved.kubernetes.io: unapproved } }\nspec: { group: example.k8s.io, scope: Namespaced, names: { plural: widgets, kind: Widget }, versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]',
        'metadata.annotations["api-approved.kubernetes.io"]',
      ],
    ],
  ),
  ...rows('invalid-definition', property, [
    [
      'ValidateCustomResourceDefinitionOpenAPISchema',
      'type: object, properties: { b: { type: string } }, additionalProperties: { type: string }',
      'type: object, properties: { b: { type: string } }, additionalProperties: true',
      `${A}.additionalProperties`,
    ],
    [
      'ValidateCustomResourceDefinitionOpenAPISchema',
      'type: object, x-kubernetes-preserve-unknown-fields: false',
      'type: object, x-kubernetes-preserve-unknown-fields: true',
      `${A}.x-kubernetes-preserve-unknown-fields`,
    ],
    [
      'ValidateCustomResourceDefinitionOpenAPISchema',
      'type: string, x-kubernetes-map-type: atomic',
      'type: object, x-kubernetes-map-type: atomic',
      `${A}.type`,
    ],
    [
      'ValidateCustomResourceDefinitionOpenAPISchema',
      'type: array, items: { type: object, properties: { k: { type: string } } }, x-kubernetes-list-type: set',
      'type: array, items: { type: object, properties: { k: { type: string } }, x-kubernetes-map-type: atomic }, x-kubernetes-list-type: set',
      `${A}.items.x-kubernetes-map-type`,
    ],
    [
      'ValidateCustomResourceDefinitionOpenAPISchema',
      `${KEYED}, items: { type: object, properties: { j: { type: string } } }`,
      `${KEYED}, items: { type: object, required: [k], properties: { k: { type: string } } }`,
      `${A}.x-kubernetes-list-map-keys`,
    ],
    [
      'validateMapListKeysMapSet',
      `${KEYED}, items: { type: object, properties: { k: { type: string } } }`,
      `${KEYED}, items: { type: object, properties: { k: { type: string, default: "" } } }`,
      `${A}.items.properties.k.default`,
    ],
    ['specStandardValidatorV3', 'type: object, patternProperties: { "^a": { type: string } }', 'type: object', `${A}.patternProperties`],
    ['validateValueValidation', 'type: string, pattern: "(?=a)b"', 'type: string, pattern: "(?i)ab"', `${A}.pattern`],
    [
      'validateNestedValueValidation',
      'type: integer, anyOf: [{ type: integer }, { minimum: 5 }]',
      'x-kubernetes-int-or-string: true, anyOf: [{ type: integer }, { type: string }]',
      `${A}.anyOf[0].type`,
    ],
    [
      'validateStructuralInvariants',
      'type: object, x-kubernetes-embedded-resource: true',
      'type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true',
      `${A}.properties`,
    ],
    ['ValidateDefaults', 'type: integer, default: many', 'type: integer, default: 1', `${A}.default`],
    [
      'ValidateDefaults',
      'type: object, default: {}, required: [b], properties: { b: { type: string } }',
      'type: object, default: { b: c }, required: [b], properties: { b: { type: string } }',
      `${A}.default.b`,
    ],
    [
      'x-kubernetes-validations are compiled with the types of the schema',
      'type: object, properties: { b-c: { type: integer } }, x-kubernetes-validations: [{ rule: "self.b > 1" }]',
      'type: object, properties: { b-c: { type: integer } }, x-kubernetes-validations: [{ rule: "self.b__dash__c > 1" }]',
      `${A}.x-kubernetes-validations[0].rule`,
    ],
    [
      'ValidateCustomResourceDefinitionOpenAPISchema',
      "type: string, x-kubernetes-validations: [{ rule: \"self != ''\\n&& self != 'b'\" }]",
      "type: string, x-kubernetes-validations: [{ rule: \"self != ''\\n&& self != 'b'\", message: neither }]",
      `${A}.x-kubernetes-validations[0].message`,
    ],
  ]),
  ...rows(
    'invalid-definition',
    (fields) =>
      definition(
        `schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, properties: { a: { type: string }, l: { type: array, items: { type: string } } } } } } }, ${fields}`,
      ),
    [
      [
        'ValidateCustomResourceSelectableFields',
        'selectableFields: [{ jsonPath: .spec.b }]',
        'selectableFields: [{ jsonPath: .spec.a }]',
        'spec.versions[0].selectableFields[0].jsonPath',
      ],
      [
        'ValidateCustomResourceSelectableFields',
        'selectableFields: [{ jsonPath: .spec.l }]',
        'selectableFields: [{ jsonPath: .spec.a }]',
        'spec.versions[0].selectableFields[0].jsonPath',
      ],
    ],
  ),
  ...rows(
    'invalid-custom-resource',
    widget(
      'properties: { open: { type: array, x-kubernetes-preserve-unknown-fields: true, items: { type: object, properties: { a: { type: object } } } }, closed: { type: array, items: { type: object } } }',
    ),
    [
      ['field validation of kubectl', 'closed: [{ b: 1 }]', 'open: [{ b: 1 }]', 'spec.closed[0].b'],
      ['field validation of kubectl', 'open: [{ a: { b: 1 } }]', 'open: [{ a: {} }]', 'spec.open[0].a.b'],
    ],
  ),
  ...rows(
    'invalid-custom-resource',
    widget(
      'properties: { list: { type: array, items: { type: object } }, names: { type: array, items: { type: string, nullable: true } } }',
    ),
    [['PruneNonNullableNullsWithoutDefaults', 'list: [null]', 'list: null, names: [null]', 'spec.list[0]']],
  ),
  ...rows(
    'invalid-custom-resource',
    widget('required: [size], properties: { size: { type: integer, maximum: 5 }, name: { type: string, default: a } }'),
    [
      ['ValidateCustomResource', 'size: huge', 'size: 5', 'spec.size'],
      ['ValidateCustomResource', 'size: 6', 'size: 4', 'spec.size'],
      ['ValidateCustomResource', 'name: a', 'size: 4, name: null', 'spec.size'],
      ['field validation of kubectl', 'size: 1, colour: red', 'size: 1, name: red', 'spec.colour'],
    ],
  ),
  ...rows(
    'invalid-custom-resource',
    widget(
      'x-kubernetes-preserve-unknown-fields: true, required: [a], properties: { a: { type: string, default: x, enum: [x, y] }, p: { type: string, pattern: "^a+$", maxLength: 3 }, port: { x-kubernetes-int-or-string: true }, m: { type: object, additionalProperties: { type: boolean } } }',
    ),
    [
      ['ValidateCustomResource', 'a: z', 'other: { deep: 1 }', 'spec.a'],
      ['ValidateCustomResource', 'p: b', 'p: aaa', 'spec.p'],
      ['ValidateCustomResource', 'p: aaaa', 'p: aa', 'spec.p'],
      ['ValidateCustomResource', 'port: 1.5', 'port: http', 'spec.port'],
      ['ValidateCustomResource', 'm: { a: 1 }', 'm: { a: true }', 'spec.m.a'],
    ],
  ),
  ...rows(
    'invalid-custom-resource',
    widget(
      'properties: { l: { type: array, minItems: 1, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name, protocol], items: { type: object, required: [name], properties: { name: { type: string }, protocol: { type: string, default: TCP } } } }, s: { type: array, x-kubernetes-list-type: set, items: { type: string } }, o: { type: object, x-kubernetes-preserve-unknown-fields: true, oneOf: [{ required: [a] }, { required: [b] }] }, e: { type: object, x-kubernetes-embedded-resource: true, properties: { spec: { type: object } } } }',
    ),
    [
      [
        'ValidateListSetsAndMaps',
        'l: [{ name: a }, { name: a, protocol: TCP }]',
        'l: [{ name: a }, { name: a, protocol: UDP }]',
        'spec.l[1]',
      ],
      ['ValidateListSetsAndMaps', 's: [a, b, a]', 's: [a, b]', 'spec.s[2]'],
      ['ValidateCustomResource', 'l: []', 'l: [{ name: a }]', 'spec.l'],
      ['ValidateCustomResource', 'o: { a: 1, b: 2 }', 'o: { b: 2, c: 3 }', 'spec.o'],
      [
        'field validation of kubectl',
        'e: { kind: Pod, extra: 1 }',
        'e: { apiVersion: v1, kind: Pod, metadata: { name: a }, spec: {} }',
        'spec.e.extra',
      ],
    ],
  ),
  ...rows(
    'invalid-custom-resource',
    widget(
      "properties: { listeners: { type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name], items: { type: object, required: [name], properties: { name: { type: string }, port: { type: integer }, protocol: { type: string }, hostname: { type: string } } }, x-kubernetes-validations: [{ rule: \"self.all(l, l.protocol in ['TCP', 'UDP'] ? (!has(l.hostname) || l.hostname == '') : true)\" }, { rule: \"self.all(l1, self.exists_one(l2, l1.port == l2.port && l1.protocol == l2.protocol && (has(l1.hostname) && has(l2.hostname) ? l1.hostname == l2.hostname : !has(l1.hostname) && !has(l2.hostname))))\" }] } }",
    ),
    [
      [
        'x-kubernetes-validations of Gateway 1.6.1',
        'listeners: [{ name: a, port: 80, protocol: TCP, hostname: a.example.com }]',
        'listeners: [{ name: a, port: 80, protocol: HTTP, hostname: a.example.com }]',
        'spec.listeners',
      ],
      [
        'x-kubernetes-validations of Gateway 1.6.1',
        'listeners: [{ name: a, port: 80, protocol: HTTP }, { name: b, port: 80, protocol: HTTP }]',
        'listeners: [{ name: a, port: 80, protocol: HTTP }, { name: b, port: 80, protocol: HTTP, hostname: b.example.com }]',
        'spec.listeners',
      ],
    ],
  ),
  ...rows(
    'invalid-custom-resource',
    widget(
      'properties: { blockDeviceMappings: { type: array, items: { type: object, properties: { rootVolume: { type: boolean } } }, x-kubernetes-validations: [{ rule: "self.filter(x, has(x.rootVolume)?x.rootVolume==true:false).size() <= 1" }] }, requirements: { type: array, items: { type: object, properties: { operator: { type: string }, values: { type: array, items: { type: string } } } }, x-kubernetes-validations: [{ rule: "self.all(x, (x.operator == \'Gt\' || x.operator == \'Lt\') ? (x.values.size() == 1 && int(x.values[0]) >= 0) : true)" }] } }, x-kubernetes-validations: [{ rule: "!has(self.requirements) || has(self.blockDeviceMappings)", fieldPath: .blockDeviceMappings }]',
    ),
    [
      [
        'x-kubernetes-validations of EC2NodeClass 1.14.1',
        'blockDeviceMappings: [{ rootVolume: true }, { rootVolume: true }]',
        'blockDeviceMappings: [{ rootVolume: true }, { rootVolume: false }, {}]',
        'spec.blockDeviceMappings',
      ],
      [
        'x-kubernetes-validations of NodePool 1.14.1',
        'blockDeviceMappings: [], requirements: [{ operator: Gt, values: ["1", "2"] }]',
        'blockDeviceMappings: [], requirements: [{ operator: Gt, values: ["1"] }, { operator: In, values: [a, b] }]',
        'spec.requirements',
      ],
      ['fieldPath', 'requirements: []', 'requirements: [], blockDeviceMappings: []', 'spec.blockDeviceMappings'],
    ],
  ),
  ...rows(
    'invalid-custom-resource',
    widget(
      'properties: { size: { type: string, default: 1Gi, x-kubernetes-validations: [{ rule: "isQuantity(self)" }, { rule: "!isQuantity(self) || quantity(self).compareTo(quantity(\'1Gi\')) >= 0" }] }, mode: { type: string, format: ipv4 }, timeouts: { type: object, x-kubernetes-validations: [{ rule: "!(has(self.request) && has(self.backendRequest) && duration(self.request) != duration(\'0s\') && duration(self.backendRequest) > duration(self.request))" }], properties: { request: { type: string }, backendRequest: { type: string } } } }',
    ),
    [
      ['x-kubernetes-validations of quantities', 'size: 512Mi', 'size: 2Gi', 'spec.size'],
      ['x-kubernetes-validations of quantities', 'size: much', 'mode: 10.0.0.1', 'spec.size'],
      ['ValidateCustomResource', 'mode: 10.0.0.300', 'mode: 10.0.0.30', 'spec.mode'],
      [
        'x-kubernetes-validations of HTTPRoute 1.6.1',
        'timeouts: { request: 1s, backendRequest: 2s }',
        'timeouts: { request: 2s, backendRequest: 1500ms }',
        'spec.timeouts',
      ],
    ],
  ),
  ...rows(
    'invalid-custom-resource',
    (version) =>
      widget('properties: { a: { type: string } }')('a: b').replace('apiVersion: example.com/v1', `apiVersion: example.com/${version}`),
    [['kubectl: no matches for kind', 'v2', 'v1', 'apiVersion']],
  ),
];
