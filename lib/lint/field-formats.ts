import { cidrOf } from './addresses';
import {
  DNS_LABEL,
  DNS_SUBDOMAIN,
  EXPECTED_LABEL_KEY,
  hasFormat,
  isLabelKey,
  LABEL_VALUE,
  LETTER_LABEL,
  type NameFormat,
  PATH_SEGMENT,
  SERVICE_NAME,
} from './names';

/** Format of the strings of a field. */
export interface FieldFormat {
  /** The format in words, to follow "expected". */
  readonly expected: string;
  /** Whether a string has the format. */
  isValid(text: string): boolean;
}

const NOT_EMPTY: FieldFormat = { expected: 'a string that is not empty', isValid: (text) => text !== '' };
const LABEL_KEY: FieldFormat = { expected: EXPECTED_LABEL_KEY, isValid: isLabelKey };
const CIDR: FieldFormat = { expected: 'a CIDR such as 10.0.0.0/8', isValid: (text) => cidrOf(text) !== undefined };

/** Source: `validateLocalNonReservedPath` of the API server. */
const PATH_BELOW: FieldFormat = {
  expected: 'a relative path without ".."',
  isValid: (text) => text !== '' && !text.startsWith('/') && !text.split('/').some((part) => part.startsWith('..')),
};

/** Source: `ValidateCSIDriverName` of the API server. */
const DRIVER: FieldFormat = {
  expected: 'at most 63 letters, digits, hyphens and dots',
  isValid: (text) => text.length <= 63 && hasFormat(text.toLowerCase(), DNS_SUBDOMAIN),
};

/** Names whose upper case is ignored, such as the kind of a CustomResourceDefinition. */
const KIND: FieldFormat = {
  expected: 'at most 63 letters, digits and hyphens, starting with a letter',
  isValid: (text) => hasFormat(text.toLowerCase(), LETTER_LABEL),
};

/** Source: `validateFullyQualifiedName` of the validation of resource.k8s.io. */
const ATTRIBUTE = pattern({
  expected: 'a domain, a slash and an identifier, such as gpu.example.com/model',
  form: /^[a-z0-9][-a-z0-9.]{0,62}\/[A-Za-z_]\w{0,31}$/,
});
/** Source: `ValidateSignerName` of the validation of certificates.k8s.io. */
const SIGNER = pattern({
  expected: 'a domain and a path, such as example.com/client',
  form: /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/[a-z0-9-]+(?:\.[a-z0-9-]+)*$/,
});
/** Sources: `iscsiInitiatorIqnRegex` and its siblings of the API server. */
const ISCSI = pattern({
  expected: 'a name such as iqn.2001-04.com.example:disk',
  form: /^iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+:[^,;*&$|\s]+$|^eui.[A-Za-z0-9]{16}$|^naa.[A-Za-z0-9]{32}$/,
});
const IDENTIFIER = pattern({ expected: 'letters, digits and underscores, starting with a letter or underscore', form: /^[A-Za-z_]\w*$/ });

function pattern({ expected, form }: { readonly expected: string; readonly form: RegExp }): FieldFormat {
  return { expected, isValid: (text) => form.test(text) };
}

function named(format: NameFormat): FieldFormat {
  return { expected: format.expected, isValid: (text) => hasFormat(text, format) };
}

/** A format that an empty string has too, which the API server reads as no value. */
function orEmpty({ expected, isValid }: FieldFormat): FieldFormat {
  return { expected, isValid: (text) => text === '' || isValid(text) };
}

/**
 * Formats of strings, by type and field. Sources: `ValidatePodSpec`, `ValidateVolumes`, `ValidatePersistentVolumeSpec`,
 * `ValidateNode` and `validateOwnerReference` of core and k8s.io/apimachinery, and the functions of the same name as the type in
 * the validation of autoscaling, batch, networking, storage, discovery, admissionregistration, resource.k8s.io, certificates,
 * flowcontrol and apiextensions. Strings that other rules check are not listed.
 */
export const FIELD_FORMATS: Readonly<Record<string, FieldFormat>> = {
  'V1PodSchedulingGate.name': LABEL_KEY,
  'V1PodResourceClaim.name': named(DNS_LABEL),
  'V1PodResourceClaim.resourceClaimName': named(DNS_SUBDOMAIN),
  'V1PodResourceClaim.resourceClaimTemplateName': named(DNS_SUBDOMAIN),
  'CoreV1ResourceClaim.request': orEmpty(named(DNS_LABEL)),
  'V1PodAffinityTerm.namespaces': named(DNS_LABEL),
  'V1OwnerReference.apiVersion': NOT_EMPTY,
  'V1OwnerReference.kind': NOT_EMPTY,
  'V1OwnerReference.name': NOT_EMPTY,
  'V1OwnerReference.uid': NOT_EMPTY,
  'V1Taint.key': LABEL_KEY,
  'V1Taint.value': named(LABEL_VALUE),

  'V1ServiceAccountTokenProjection.path': PATH_BELOW,
  'V1ClusterTrustBundleProjection.path': PATH_BELOW,
  'V1CSIVolumeSource.driver': DRIVER,
  'V1CSIPersistentVolumeSource.driver': DRIVER,
  'V1CSIPersistentVolumeSource.volumeHandle': NOT_EMPTY,
  'V1AzureFileVolumeSource.secretName': NOT_EMPTY,
  'V1AzureFileVolumeSource.shareName': NOT_EMPTY,
  'V1AzureFilePersistentVolumeSource.secretName': NOT_EMPTY,
  'V1AzureFilePersistentVolumeSource.shareName': NOT_EMPTY,
  'V1GCEPersistentDiskVolumeSource.pdName': NOT_EMPTY,
  'V1ISCSIVolumeSource.targetPortal': NOT_EMPTY,
  'V1ISCSIVolumeSource.iqn': ISCSI,
  'V1ISCSIPersistentVolumeSource.targetPortal': NOT_EMPTY,
  'V1ISCSIPersistentVolumeSource.iqn': ISCSI,
  'V1RBDVolumeSource.image': NOT_EMPTY,
  'V1RBDPersistentVolumeSource.image': NOT_EMPTY,
  'V1TypedLocalObjectReference.kind': NOT_EMPTY,
  'V1TypedLocalObjectReference.name': NOT_EMPTY,
  'V1TypedObjectReference.kind': NOT_EMPTY,
  'V1TypedObjectReference.name': NOT_EMPTY,

  'V1CrossVersionObjectReference.kind': named(PATH_SEGMENT),
  'V1CrossVersionObjectReference.name': named(PATH_SEGMENT),
  'V2CrossVersionObjectReference.kind': named(PATH_SEGMENT),
  'V2CrossVersionObjectReference.name': named(PATH_SEGMENT),
  'V2MetricIdentifier.name': named(PATH_SEGMENT),
  'V2ContainerResourceMetricSource.container': named(DNS_LABEL),
  'V1PodFailurePolicyOnPodConditionsPattern.type': LABEL_KEY,

  'V1IngressServiceBackend.name': named(SERVICE_NAME),
  'V1IngressSpec.ingressClassName': named(DNS_SUBDOMAIN),
  'V1IngressTLS.secretName': orEmpty(named(DNS_SUBDOMAIN)),
  'V1IngressClassParametersReference.kind': named(PATH_SEGMENT),
  'V1IngressClassParametersReference.name': named(PATH_SEGMENT),
  'V1ServiceCIDRSpec.cidrs': CIDR,
  'V1EndpointAddress.hostname': orEmpty(named(DNS_LABEL)),
  'V1EndpointAddress.nodeName': named(DNS_SUBDOMAIN),
  'V1Endpoint.hostname': named(DNS_LABEL),
  'V1Endpoint.nodeName': named(DNS_SUBDOMAIN),
  'CoreV1EndpointPort.name': orEmpty(named(DNS_LABEL)),
  'DiscoveryV1EndpointPort.name': orEmpty(named(DNS_LABEL)),
  'DiscoveryV1EndpointPort.appProtocol': LABEL_KEY,
  'V1ForZone.name': named(LABEL_VALUE),

  'V1TopologySelectorLabelRequirement.key': LABEL_KEY,
  'V1VolumeAttributesClass.driverName': { expected: EXPECTED_LABEL_KEY, isValid: (text) => isLabelKey(text.toLowerCase()) },
  'V1RoleRef.name': orEmpty(named(PATH_SEGMENT)),
  'V1VolumeAttachmentSpec.attacher': DRIVER,
  'V1VolumeAttachmentSpec.nodeName': named(DNS_SUBDOMAIN),
  'V1VolumeAttachmentSource.persistentVolumeName': named(DNS_SUBDOMAIN),
  'V1CSINodeDriver.name': DRIVER,
  'V1CSINodeDriver.nodeID': { expected: 'at most 256 characters, and at least one', isValid: ({ length }) => length > 0 && length <= 256 },
  'V1CSIStorageCapacity.storageClassName': named(DNS_SUBDOMAIN),

  'AdmissionregistrationV1ServiceReference.name': NOT_EMPTY,
  'AdmissionregistrationV1ServiceReference.namespace': NOT_EMPTY,
  'AdmissionregistrationV1ServiceReference.path': pattern({ expected: 'an absolute path', form: /^\// }),
  'V1MatchCondition.name': LABEL_KEY,
  'V1MatchCondition.expression': NOT_EMPTY,
  'V1Validation.expression': NOT_EMPTY,
  'V1Variable.name': IDENTIFIER,
  'V1Variable.expression': NOT_EMPTY,
  'V1ValidatingAdmissionPolicyBindingSpec.policyName': NOT_EMPTY,

  'V1CustomResourceDefinitionSpec.group': pattern({
    expected: 'a domain with a dot, such as example.com',
    form: /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/,
  }),
  'V1CustomResourceDefinitionNames.plural': named(LETTER_LABEL),
  'V1CustomResourceDefinitionNames.singular': orEmpty(named(LETTER_LABEL)),
  'V1CustomResourceDefinitionNames.shortNames': named(LETTER_LABEL),
  'V1CustomResourceDefinitionNames.categories': named(LETTER_LABEL),
  'V1CustomResourceDefinitionNames.kind': KIND,
  'V1CustomResourceDefinitionNames.listKind': orEmpty(KIND),
  'V1CustomResourceDefinitionVersion.name': named(LETTER_LABEL),
  'V1CustomResourceColumnDefinition.jsonPath': NOT_EMPTY,
  'V1CustomResourceSubresourceScale.specReplicasPath': pattern({ expected: 'a path below .spec', form: /^\.spec\./ }),
  'V1CustomResourceSubresourceScale.statusReplicasPath': pattern({ expected: 'a path below .status', form: /^\.status\./ }),

  'V1DeviceRequest.name': named(DNS_LABEL),
  'V1DeviceSubRequest.name': named(DNS_LABEL),
  'V1ExactDeviceRequest.deviceClassName': named(DNS_SUBDOMAIN),
  'V1DeviceSubRequest.deviceClassName': named(DNS_SUBDOMAIN),
  'V1DeviceConstraint.matchAttribute': ATTRIBUTE,
  'V1DeviceConstraint.distinctAttribute': ATTRIBUTE,
  'V1OpaqueDeviceConfiguration.driver': DRIVER,
  'V1CertificateSigningRequestSpec.signerName': SIGNER,
  'V1PriorityLevelConfigurationReference.name': named(DNS_SUBDOMAIN),
};
