import { CLUSTER_META, object, type Rejected, rows } from './rows';

const GROUP = 'admissionregistration.k8s.io/v1';
const RULES = 'resourceRules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]';
const policy = (fields: string) => object('ValidatingAdmissionPolicy', GROUP, CLUSTER_META)(`spec: { ${fields} }`);
const binding = (fields: string) =>
  object('ValidatingAdmissionPolicyBinding', GROUP, CLUSTER_META)(`spec: { policyName: a, validationActions: [Warn], ${fields} }`);

/** Admission policies and bindings that the API server rejects. */
export const REJECTED_ADMISSION_POLICIES: readonly Rejected[] = [
  ...rows('invalid-admission-policy', policy, [
    [
      'validateValidatingAdmissionPolicySpec',
      `matchConstraints: { ${RULES} }`,
      `matchConstraints: { ${RULES} }, validations: [{ expression: "true" }]`,
      'spec.validations',
    ],
    [
      'validateValidatingAdmissionPolicySpec',
      'matchConstraints: { resourceRules: [] }, validations: [{ expression: "true" }]',
      `matchConstraints: { ${RULES} }, validations: [{ expression: "true" }]`,
      'spec.matchConstraints.resourceRules',
    ],
    [
      'validateValidationExpression',
      `matchConstraints: { ${RULES} }, validations: [{ expression: "object.spec.replicas <" }]`,
      `matchConstraints: { ${RULES} }, validations: [{ expression: "object.spec.replicas < 5" }]`,
      'spec.validations[0].expression',
    ],
    [
      'validateMatchConditions',
      `matchConstraints: { ${RULES} }, validations: [{ expression: "true" }], matchConditions: [{ name: a, expression: "true" }, { name: a, expression: "true" }]`,
      `matchConstraints: { ${RULES} }, validations: [{ expression: "true" }], matchConditions: [{ name: a, expression: "true" }, { name: b, expression: "true" }]`,
      'spec.matchConditions[1].name',
    ],
    [
      'validateCELCondition',
      `matchConstraints: { ${RULES} }, validations: [{ expression: "objct.spec.replicas < 5" }]`,
      `matchConstraints: { ${RULES} }, validations: [{ expression: "oldObject.spec.all(a, a < 5)" }]`,
      'spec.validations[0].expression',
    ],
    [
      'validateCELCondition',
      `matchConstraints: { ${RULES} }, validations: [{ expression: "params.least < 5" }]`,
      `matchConstraints: { ${RULES} }, paramKind: { apiVersion: v1, kind: ConfigMap }, validations: [{ expression: "params.least < 5" }]`,
      'spec.validations[0].expression',
    ],
    [
      'validateCELCondition',
      `matchConstraints: { ${RULES} }, variables: [{ name: a, expression: "1" }], validations: [{ expression: "variables.b < 5" }]`,
      `matchConstraints: { ${RULES} }, variables: [{ name: a, expression: "1" }, { name: b, expression: "variables.a" }], validations: [{ expression: "variables.b < 5" }]`,
      'spec.validations[0].expression',
    ],
    [
      'validateVariable',
      `matchConstraints: { ${RULES} }, variables: [{ name: a, expression: "variables.b" }, { name: b, expression: "1" }], validations: [{ expression: "true" }]`,
      `matchConstraints: { ${RULES} }, variables: [{ name: b, expression: "1" }, { name: a, expression: "variables.b" }], validations: [{ expression: "true" }]`,
      'spec.variables[0].expression',
    ],
    [
      'validateCELCondition',
      `matchConstraints: { ${RULES} }, validations: [{ expression: "size(object.spec) + 1" }]`,
      `matchConstraints: { ${RULES} }, validations: [{ expression: "size(object.spec) + 1 > 2" }]`,
      'spec.validations[0].expression',
    ],
    [
      'validateValidationExpression',
      `matchConstraints: { ${RULES} }, validations: [{ expression: "true", messageExpression: "1 + 1" }]`,
      `matchConstraints: { ${RULES} }, validations: [{ expression: "true", messageExpression: "string(1) + object.a" }]`,
      'spec.validations[0].messageExpression',
    ],
    [
      'validateValidation',
      `matchConstraints: { ${RULES} }, validations: [{ expression: "true", message: "a\\nb" }]`,
      `matchConstraints: { ${RULES} }, validations: [{ expression: "true", message: "a\\n" }]`,
      'spec.validations[0].message',
    ],
    [
      'validateMatchConditions',
      `matchConstraints: { ${RULES} }, validations: [{ expression: "true" }], matchConditions: [{ name: a, expression: "variables.a" }]`,
      `matchConstraints: { ${RULES} }, validations: [{ expression: "true" }], matchConditions: [{ name: a, expression: "request.userInfo.username != 'a'" }]`,
      'spec.matchConditions[0].expression',
    ],
  ]),
  ...rows('invalid-admission-policy', binding, [
    [
      'validateParamRef',
      'paramRef: { name: a, selector: {}, parameterNotFoundAction: Deny }',
      'paramRef: { name: a, parameterNotFoundAction: Deny }',
      'spec.paramRef',
    ],
  ]),
  ...rows('invalid-admission-policy', (actions) => binding('').replace('[Warn]', actions), [
    ['validateValidationActions', '[Deny, Warn]', '[Deny, Audit]', 'spec.validationActions'],
  ]),
];
