import { object, type Rejected, rows } from './rows';

const claim = (fields: string) => object('ResourceClaim', 'resource.k8s.io/v1')(`spec: { devices: { ${fields} } }`);

/** Claims of devices that the API server rejects. */
export const REJECTED_DEVICES: readonly Rejected[] = [
  ...rows('invalid-device-claim', claim, [
    [
      'validateDeviceRequest',
      'requests: [{ name: a }]',
      'requests: [{ name: a, exactly: { deviceClassName: c } }]',
      'spec.devices.requests[0]',
    ],
    [
      'validateDeviceClaim',
      'requests: [{ name: a, exactly: { deviceClassName: c } }, { name: a, exactly: { deviceClassName: c } }]',
      'requests: [{ name: a, exactly: { deviceClassName: c } }, { name: b, exactly: { deviceClassName: c } }]',
      'spec.devices.requests[1].name',
    ],
    [
      'validateDeviceAllocationMode',
      'requests: [{ name: a, exactly: { deviceClassName: c, allocationMode: All, count: 2 } }]',
      'requests: [{ name: a, exactly: { deviceClassName: c, allocationMode: ExactCount, count: 2 } }]',
      'spec.devices.requests[0].exactly.count',
    ],
    [
      'validateDeviceConstraint',
      'requests: [{ name: a, exactly: { deviceClassName: c } }], constraints: [{ requests: [b], matchAttribute: a.b/c }]',
      'requests: [{ name: a, exactly: { deviceClassName: c } }], constraints: [{ requests: [a], matchAttribute: a.b/c }]',
      'spec.devices.constraints[0].requests[0]',
    ],
    [
      'validateCELSelector',
      'requests: [{ name: a, exactly: { deviceClassName: c, selectors: [{ cel: { expression: "device.driver ==" } }] } }]',
      `requests: [{ name: a, exactly: { deviceClassName: c, selectors: [{ cel: { expression: "device.driver == 'a.b'" } }] } }]`,
      'spec.devices.requests[0].exactly.selectors[0].cel.expression',
    ],
  ]),
];
