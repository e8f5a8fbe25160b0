import { cidrOf, isFirstAddress } from './addresses';
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

/** Source: `validateQuobyteVolumeSource` of the API server. */
const REGISTRY = pattern({
  expected: 'a host and a port, or several of them with commas between them',
  form: /^(?:[^:,[\]]*|\[[^\]]*\]):[^:,]*(?:,(?:[^:,[\]]*|\[[^\]]*\]):[^:,]*)*$/,
});
/** Source: `validatePathNoBacksteps` of the API server. */
const WITHOUT_STEPS_UP: FieldFormat = {
  expected: 'a path without ".."',
  isValid: (text) => text !== '' && !text.split('/').includes('..'),
};
/** Source: `validateLocalDescendingPath` of the API server. */
const DESCENDING: FieldFormat = {
  expected: 'a relative path without ".."',
  isValid: (text) => !text.startsWith('/') && !text.split('/').includes('..'),
};
/** Source: `ValidateClusterTrustBundleName` of the validation of certificates.k8s.io: the signer with colons, and a name. */
const TRUST_BUNDLE: FieldFormat = {
  expected: 'a name, or the signer with a colon for its slash, a colon and a name',
  isValid: (text) => hasFormat(text.slice(text.lastIndexOf(':') + 1), DNS_SUBDOMAIN),
};
/** Source: `IsRelaxedEnvVarName` of k8s.io/apimachinery. */
const VARIABLE = pattern({ expected: 'printable ASCII characters without =', form: /^[ -<>-~]+$/ });

/** Largest size of a credential specification: 64 KiB. Source: `maxGMSACredentialSpecLength` of the API server. */
const MOST_CREDENTIAL_BYTES = 64 * 1_024;
const CREDENTIALS: FieldFormat = {
  expected: 'at most 64 KiB of text',
  isValid: (text) => text !== '' && Buffer.byteLength(text) <= MOST_CREDENTIAL_BYTES,
};

/** Source: `validateWindowsSecurityContextOptions` of the API server. */
const WINDOWS_USER: FieldFormat = {
  expected: 'a user of Windows, such as ContainerUser or DOMAIN\\user',
  isValid(text) {
    const parts = text.split('\\');
    const user = parts.at(-1) ?? '';
    const domain = parts.length === 2 ? parts[0] : undefined;
    if (parts.length > 2 || [...text].some(isControl)) return false;
    if (user === '' || user.length > 104 || /^[. ]+$/.test(user) || /["/\\:;|=,+*?<>@[\]]/.test(user)) return false;
    return domain === undefined || (domain.length < 256 && (NETBIOS.test(domain) || WINDOWS_DOMAIN.test(domain)));
  },
};
function isControl(character: string): boolean {
  return character < ' ' || character === '\u007f';
}

const NETBIOS = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const WINDOWS_DOMAIN = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

/** Source: `ValidateWebhookService` of k8s.io/apiserver. */
const WEBHOOK_PATH: FieldFormat = {
  expected: 'an absolute path of names, such as /validate/pods',
  isValid: (text) =>
    text === '/' ||
    (text.startsWith('/') &&
      text
        .replace(/^\//, '')
        .replace(/\/$/, '')
        .split('/')
        .every((part) => hasFormat(part, DNS_SUBDOMAIN))),
};

/** Source: `IsValidCIDR` of k8s.io/apimachinery, which refuses an address of a host. */
const NETWORK: FieldFormat = { expected: 'a CIDR whose address is the first one, such as 10.0.0.0/8', isValid: isNetwork };

function isNetwork(text: string): boolean {
  const cidr = cidrOf(text);
  return cidr !== undefined && isFirstAddress(cidr);
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
  'V1PodSpec.hostnameOverride': {
    expected: 'at most 64 lower-case letters, digits, hyphens and dots',
    isValid: (text) => text.length <= 64 && hasFormat(text, DNS_SUBDOMAIN),
  },
  'V1FileKeySelector.key': VARIABLE,
  'V1FileKeySelector.path': WITHOUT_STEPS_UP,
  'V1FileKeySelector.volumeName': named(DNS_LABEL),
  'V1WindowsSecurityContextOptions.gmsaCredentialSpecName': named(DNS_SUBDOMAIN),
  'V1WindowsSecurityContextOptions.gmsaCredentialSpec': CREDENTIALS,
  'V1WindowsSecurityContextOptions.runAsUserName': WINDOWS_USER,
  'V1NodeSpec.podCIDR': orEmpty(CIDR),
  'V1NodeSpec.podCIDRs': CIDR,
  'V1PodAffinityTerm.namespaces': named(DNS_LABEL),
  'V1OwnerReference.apiVersion': NOT_EMPTY,
  'V1OwnerReference.kind': NOT_EMPTY,
  'V1OwnerReference.name': NOT_EMPTY,
  'V1OwnerReference.uid': NOT_EMPTY,
  'V1Taint.key': LABEL_KEY,
  'V1Taint.value': named(LABEL_VALUE),

  'V1ServiceAccountTokenProjection.path': PATH_BELOW,
  'V1ClusterTrustBundleProjection.path': PATH_BELOW,
  'V1ClusterTrustBundleProjection.name': TRUST_BUNDLE,
  'V1ClusterTrustBundleProjection.signerName': SIGNER,
  'V1PodCertificateProjection.signerName': SIGNER,
  'V1PodCertificateProjection.credentialBundlePath': orEmpty(PATH_BELOW),
  'V1PodCertificateProjection.keyPath': orEmpty(PATH_BELOW),
  'V1PodCertificateProjection.certificateChainPath': orEmpty(PATH_BELOW),
  'V1GitRepoVolumeSource.repository': NOT_EMPTY,
  'V1GitRepoVolumeSource.directory': DESCENDING,
  'V1QuobyteVolumeSource.registry': REGISTRY,
  'V1QuobyteVolumeSource.volume': NOT_EMPTY,
  'V1QuobyteVolumeSource.tenant': { expected: 'at most 64 characters', isValid: ({ length }) => length <= 64 },
  'V1GlusterfsVolumeSource.endpoints': NOT_EMPTY,
  'V1GlusterfsVolumeSource.path': NOT_EMPTY,
  'V1GlusterfsPersistentVolumeSource.endpoints': NOT_EMPTY,
  'V1GlusterfsPersistentVolumeSource.path': NOT_EMPTY,
  'V1GlusterfsPersistentVolumeSource.endpointsNamespace': named(DNS_LABEL),
  'V1FlockerVolumeSource.datasetName': { expected: 'a name without /', isValid: (text) => !text.includes('/') },
  'V1CinderVolumeSource.volumeID': NOT_EMPTY,
  'V1CinderPersistentVolumeSource.volumeID': NOT_EMPTY,
  'V1FlexVolumeSource.driver': NOT_EMPTY,
  'V1FlexPersistentVolumeSource.driver': NOT_EMPTY,
  'V1AzureDiskVolumeSource.diskName': NOT_EMPTY,
  'V1AzureDiskVolumeSource.diskURI': NOT_EMPTY,
  'V1VsphereVirtualDiskVolumeSource.volumePath': NOT_EMPTY,
  'V1PhotonPersistentDiskVolumeSource.pdID': NOT_EMPTY,
  'V1PortworxVolumeSource.volumeID': NOT_EMPTY,
  'V1ScaleIOVolumeSource.gateway': NOT_EMPTY,
  'V1ScaleIOVolumeSource.system': NOT_EMPTY,
  'V1ScaleIOVolumeSource.volumeName': NOT_EMPTY,
  'V1ScaleIOPersistentVolumeSource.gateway': NOT_EMPTY,
  'V1ScaleIOPersistentVolumeSource.system': NOT_EMPTY,
  'V1ScaleIOPersistentVolumeSource.volumeName': NOT_EMPTY,
  'V1StorageOSVolumeSource.volumeName': named(DNS_LABEL),
  'V1StorageOSVolumeSource.volumeNamespace': orEmpty(named(DNS_LABEL)),
  'V1StorageOSPersistentVolumeSource.volumeName': named(DNS_LABEL),
  'V1StorageOSPersistentVolumeSource.volumeNamespace': orEmpty(named(DNS_LABEL)),
  'V1LocalVolumeSource.path': NOT_EMPTY,
  'V1SecretReference.name': orEmpty(named(DNS_SUBDOMAIN)),
  'V1SecretReference.namespace': orEmpty(named(DNS_LABEL)),
  'V1PersistentVolumeSpec.volumeAttributesClassName': named(DNS_SUBDOMAIN),
  'V1PersistentVolumeClaimSpec.volumeAttributesClassName': orEmpty(named(DNS_SUBDOMAIN)),
  'V1CSIVolumeSource.driver': DRIVER,
  'V1CSIPersistentVolumeSource.driver': DRIVER,
  'V1CSIPersistentVolumeSource.volumeHandle': NOT_EMPTY,
  'V1AzureFileVolumeSource.secretName': NOT_EMPTY,
  'V1AzureFileVolumeSource.shareName': NOT_EMPTY,
  'V1AzureFilePersistentVolumeSource.secretName': NOT_EMPTY,
  'V1AzureFilePersistentVolumeSource.shareName': NOT_EMPTY,
  'V1AzureFilePersistentVolumeSource.secretNamespace': NOT_EMPTY,
  'V1GCEPersistentDiskVolumeSource.pdName': NOT_EMPTY,
  'V1ISCSIVolumeSource.targetPortal': NOT_EMPTY,
  'V1ISCSIVolumeSource.iqn': ISCSI,
  'V1ISCSIVolumeSource.initiatorName': ISCSI,
  'V1ISCSIPersistentVolumeSource.targetPortal': NOT_EMPTY,
  'V1ISCSIPersistentVolumeSource.iqn': ISCSI,
  'V1ISCSIPersistentVolumeSource.initiatorName': ISCSI,
  'V1RBDVolumeSource.image': NOT_EMPTY,
  'V1RBDPersistentVolumeSource.image': NOT_EMPTY,
  'V1TypedLocalObjectReference.apiGroup': orEmpty(named(DNS_SUBDOMAIN)),
  'V1TypedLocalObjectReference.kind': named(PATH_SEGMENT),
  'V1TypedLocalObjectReference.name': named(PATH_SEGMENT),
  'V1TypedObjectReference.apiGroup': orEmpty(named(DNS_SUBDOMAIN)),
  'V1TypedObjectReference.namespace': orEmpty(named(DNS_LABEL)),
  'V1TypedObjectReference.kind': NOT_EMPTY,
  'V1TypedObjectReference.name': NOT_EMPTY,

  // The host name of the pods is in this domain. Source: `updateIdentity` of the controller of StatefulSets.
  'V1StatefulSetSpec.serviceName': orEmpty(named(DNS_LABEL)),
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
  'V1IngressClassParametersReference.apiGroup': named(DNS_SUBDOMAIN),
  'V1IngressClassParametersReference.namespace': orEmpty(named(DNS_LABEL)),
  'V1IngressClassParametersReference.kind': named(PATH_SEGMENT),
  'V1IngressClassParametersReference.name': named(PATH_SEGMENT),
  'V1ServiceCIDRSpec.cidrs': NETWORK,
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
  'AdmissionregistrationV1ServiceReference.path': WEBHOOK_PATH,
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
