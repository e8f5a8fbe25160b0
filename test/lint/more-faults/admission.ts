import { CLUSTER_META, object } from '../fault-text';
import type { Fault } from './fault';

const webhook = (fields: string) =>
  object(
    'admissionregistration.k8s.io/v1',
    'ValidatingWebhookConfiguration',
    `webhooks: [{ name: a.b.c, sideEffects: None, admissionReviewVersions: [v1], ${fields} }]`,
    CLUSTER_META,
  );
const SERVED = 'clientConfig: { service: { name: a, namespace: b } }';
const policy = (fields: string) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', `spec: { ${fields} }`, CLUSTER_META);
const MATCH = 'matchConstraints: { resourceRules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }] }';
const binding = (fields: string) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', `spec: { ${fields} }`, CLUSTER_META);

/** Faults of admission webhooks and policies. */
export const ADMISSION_FAULTS: readonly Fault[] = [
  ['path of a webhook without a slash', 'ValidateWebhookService', webhook('clientConfig: { service: { name: a, namespace: b, path: c } }')],
  ['port 0 of a webhook', 'ValidateWebhookService', webhook('clientConfig: { service: { name: a, namespace: b, port: 0 } }')],
  ['Service of a webhook without a name', 'ValidateWebhookService', webhook('clientConfig: { service: { name: "", namespace: b } }')],
  ['unknown failure policy', 'validateValidatingWebhook', webhook(`${SERVED}, failurePolicy: Warn`)],
  [
    'unknown scope of a rule',
    'validateRule',
    webhook(`${SERVED}, rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods], scope: All }]`),
  ],
  [
    'all resources and one',
    'validateResources',
    webhook(`${SERVED}, rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: ["*", pods] }]`),
  ],
  [
    'all subresources and one',
    'validateResources',
    webhook(`${SERVED}, rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: ["pods/*", pods/status] }]`),
  ],
  [
    'match condition twice',
    'validateMatchConditions',
    webhook(`${SERVED}, matchConditions: [{ name: a, expression: "true" }, { name: a, expression: "true" }]`),
  ],
  [
    'match condition that is no CEL',
    'validateMatchConditionsExpression',
    webhook(`${SERVED}, matchConditions: [{ name: a, expression: "true &&" }]`),
  ],
  ['admission policy without match constraints', 'validateValidatingAdmissionPolicySpec', policy('validations: [{ expression: "true" }]')],
  [
    'admission policy without rules',
    'validateMatchResources',
    policy('matchConstraints: { resourceRules: [] }, validations: [{ expression: "true" }]'),
  ],
  [
    'validation that is no CEL',
    'validateValidationExpression',
    policy(`${MATCH}, validations: [{ expression: "object.spec.replicas <" }]`),
  ],
  ['validation without an expression', 'validateValidation', policy(`${MATCH}, validations: [{ expression: "" }]`)],
  [
    'variable with a hyphen',
    'validateVariable',
    policy(`${MATCH}, variables: [{ name: a-b, expression: "1" }], validations: [{ expression: "true" }]`),
  ],
  ['unknown reason', 'validateValidation', policy(`${MATCH}, validations: [{ expression: "true", reason: Denied }]`)],
  ['binding without actions', 'validateValidatingAdmissionPolicyBindingSpec', binding('policyName: a')],
  ['binding that denies and warns', 'validateValidationActions', binding('policyName: a, validationActions: [Deny, Warn]')],
  ['binding with an action twice', 'validateValidationActions', binding('policyName: a, validationActions: [Warn, Warn]')],
  ['binding without a policy', 'validateValidatingAdmissionPolicyBindingSpec', binding('policyName: "", validationActions: [Warn]')],
  [
    'parameters by name and selector',
    'validateParamRef',
    binding('policyName: a, validationActions: [Warn], paramRef: { name: a, selector: {}, parameterNotFoundAction: Deny }'),
  ],
  [
    'parameters without an action for missing ones',
    'validateParamRef',
    binding('policyName: a, validationActions: [Warn], paramRef: { name: a }'),
  ],
];
