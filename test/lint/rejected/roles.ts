import { CLUSTER_META, object, type Rejected, rows } from './rows';

/** Roles and role bindings that the API server rejects. */
export const REJECTED_ROLES: readonly Rejected[] = [
  ...rows('invalid-role', object('Role', 'rbac.authorization.k8s.io/v1'), [
    [
      'ValidatePolicyRule',
      'rules: [{ apiGroups: [""], resources: [pods], verbs: [] }]',
      'rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]',
      'rules[0].verbs',
    ],
    [
      'ValidatePolicyRule',
      'rules: [{ apiGroups: [""], verbs: [get] }]',
      'rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]',
      'rules[0].resources',
    ],
    [
      'ValidatePolicyRule',
      'rules: [{ resources: [pods], verbs: [get] }]',
      'rules: [{ apiGroups: ["*"], resources: [pods], verbs: [get] }]',
      'rules[0].apiGroups',
    ],
    [
      'ValidatePolicyRule',
      'rules: [{ nonResourceURLs: [/metrics], verbs: [get] }]',
      'rules: [{ nonResourceURLs: [], apiGroups: [""], resources: [pods], verbs: [get] }]',
      'rules[0].nonResourceURLs',
    ],
  ]),
  ...rows('invalid-role', object('ClusterRole', 'rbac.authorization.k8s.io/v1', CLUSTER_META), [
    [
      'ValidatePolicyRule',
      'rules: [{ nonResourceURLs: [/metrics], resources: [pods], verbs: [get] }]',
      'rules: [{ nonResourceURLs: [/metrics], verbs: [get] }]',
      'rules[0].resources',
    ],
  ]),
  ...rows('invalid-role', object('ClusterRoleBinding', 'rbac.authorization.k8s.io/v1', CLUSTER_META), [
    [
      'ValidateClusterRoleBinding',
      'roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: r }',
      'roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r }',
      'roleRef.kind',
    ],
    [
      'ValidateClusterRoleBinding',
      'roleRef: { apiGroup: rbac, kind: ClusterRole, name: r }',
      'roleRef: { kind: ClusterRole, name: r }',
      'roleRef.apiGroup',
    ],
    [
      'ValidateRoleBindingSubject',
      'roleRef: { kind: ClusterRole, name: r }\nsubjects: [{ kind: ServiceAccount, name: s }]',
      'roleRef: { kind: ClusterRole, name: r }\nsubjects: [{ kind: ServiceAccount, name: s, namespace: shop }]',
      'subjects[0].namespace',
    ],
    [
      'ValidateRoleBindingSubject',
      'roleRef: { kind: ClusterRole, name: r }\nsubjects: [{ kind: ServiceAccount, name: s, namespace: shop, apiGroup: rbac.authorization.k8s.io }]',
      'roleRef: { kind: ClusterRole, name: r }\nsubjects: [{ kind: Group, name: s, apiGroup: rbac.authorization.k8s.io }]',
      'subjects[0].apiGroup',
    ],
    [
      'ValidateRoleBindingSubject',
      'roleRef: { kind: ClusterRole, name: r }\nsubjects: [{ kind: Role, name: s }]',
      'roleRef: { kind: ClusterRole, name: r }\nsubjects: [{ kind: User, name: s }]',
      'subjects[0].kind',
    ],
  ]),
  ...rows(
    'invalid-role',
    (kind) =>
      object(
        kind,
        'rbac.authorization.k8s.io/v1',
      )('roleRef: { kind: ClusterRole, name: r }\nsubjects: [{ kind: ServiceAccount, name: s }]').replace(
        /, namespace: shop(?=.*\n.*roleRef)/,
        kind === 'RoleBinding' ? ', namespace: shop' : '',
      ),
    [['validateRoleBindingSubject', 'ClusterRoleBinding', 'RoleBinding', 'subjects[0].namespace']],
  ),
];
