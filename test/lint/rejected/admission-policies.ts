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
