import { CONTAINER, CONTAINER_PATH, container, type Make, META, type Rejected, rows } from './rows';

const sidecar: Make = (fields) =>
  `apiVersion: v1\nkind: Pod\n${META}\nspec: { initContainers: [{ name: b, image: "b:1", ${fields} }], containers: [{ ${CONTAINER} }] }\n`;

/** Probes and lifecycle hooks that the API server rejects. */
export const REJECTED_HANDLERS: readonly Rejected[] = [
  ...rows('invalid-handler', container, [
    [
      'validateHandler',
      'livenessProbe: { httpGet: { port: 80 }, exec: { command: [x] } }',
      'livenessProbe: { httpGet: { port: 80 } }',
      `${CONTAINER_PATH}.livenessProbe`,
    ],
    [
      'validateHandler',
      'readinessProbe: { periodSeconds: 5 }',
      'readinessProbe: { periodSeconds: 5, grpc: { port: 80 } }',
      `${CONTAINER_PATH}.readinessProbe`,
    ],
    [
      'validateHandler',
      'lifecycle: { preStop: { sleep: { seconds: 5 }, exec: { command: [x] } } }',
      'lifecycle: { preStop: { sleep: { seconds: 5 } } }',
      `${CONTAINER_PATH}.lifecycle.preStop`,
    ],
    [
      'validateExecAction',
      'startupProbe: { exec: { command: [] } }',
      'startupProbe: { exec: { command: [x] } }',
      `${CONTAINER_PATH}.startupProbe.exec.command`,
    ],
    [
      'validateHTTPGetAction',
      'startupProbe: { httpGet: { port: 80, httpHeaders: [{ name: "X Y", value: a }] } }',
      'startupProbe: { httpGet: { port: 80, httpHeaders: [{ name: X-Y, value: a }] } }',
      `${CONTAINER_PATH}.startupProbe.httpGet.httpHeaders[0].name`,
    ],
    [
      'validateLivenessProbe',
      'livenessProbe: { tcpSocket: { port: 80 }, successThreshold: 2 }',
      'livenessProbe: { tcpSocket: { port: 80 }, successThreshold: 1 }',
      `${CONTAINER_PATH}.livenessProbe.successThreshold`,
    ],
    [
      'validateStartupProbe',
      'startupProbe: { tcpSocket: { port: 80 }, successThreshold: 2 }',
      'readinessProbe: { tcpSocket: { port: 80 }, successThreshold: 2 }',
      `${CONTAINER_PATH}.startupProbe.successThreshold`,
    ],
    [
      'validateReadinessProbe',
      'readinessProbe: { tcpSocket: { port: 80 }, terminationGracePeriodSeconds: 5 }',
      'livenessProbe: { tcpSocket: { port: 80 }, terminationGracePeriodSeconds: 5 }',
      `${CONTAINER_PATH}.readinessProbe.terminationGracePeriodSeconds`,
    ],
    [
      'validateSleepAction',
      'lifecycle: { preStop: { sleep: { seconds: 31 } } }',
      'lifecycle: { preStop: { sleep: { seconds: 30 } } }',
      `${CONTAINER_PATH}.lifecycle.preStop.sleep.seconds`,
    ],
  ]),
  ...rows('invalid-handler', sidecar, [
    [
      'validateInitContainers',
      'livenessProbe: { tcpSocket: { port: 80 } }',
      'restartPolicy: Always, livenessProbe: { tcpSocket: { port: 80 } }',
      'spec.initContainers[0].livenessProbe',
    ],
    [
      'validateInitContainers',
      'lifecycle: { preStop: { exec: { command: [x] } } }',
      'restartPolicy: Always, lifecycle: { preStop: { exec: { command: [x] } } }',
      'spec.initContainers[0].lifecycle.preStop',
    ],
  ]),
];
