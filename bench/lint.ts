import { lint } from '../lib/lint/lint';
import { parseManifests } from '../lib/manifests/read-manifests';
import { type Benchmark, type Contestant, mediansMs, msText } from './measure';

const SIZES = [1_000, 10_000] as const;
const ROUNDS = 5;
const LARGEST_AT_MOST_MS = 2_000;
/** Time must grow linearly with the number of objects; the tolerance is for noise and garbage collection. */
const GROWTH_AT_MOST = 1.5;

/** From manifests to the findings of all rules, for increasing numbers of objects. */
export const lintBenchmark: Benchmark = {
  name: 'lint',
  measure() {
    const medians = mediansMs(SIZES.map(linting), ROUNDS);
    const [small = 0, large = 0] = medians;
    const growth = large / small / (SIZES[1] / SIZES[0]);
    const measured = SIZES.map((size, index) => `${size.toLocaleString('en-US')} objects ${msText(medians[index] ?? 0)}`).join(', ');
    return [
      {
        what: 'linting manifests of 10,000 objects, reading their YAML included',
        measured: `${measured} (medians of ${ROUNDS})`,
        goal: `at most ${msText(LARGEST_AT_MOST_MS)}`,
        holds: large <= LARGEST_AT_MOST_MS,
      },
      {
        what: 'time for each object, of 10,000 against 1,000',
        measured: `${growth.toFixed(2)} ×`,
        goal: `at most ${GROWTH_AT_MOST} ×, which is linear`,
        holds: growth <= GROWTH_AT_MOST,
      },
    ];
  },
};

function linting(size: number): Contestant {
  const text = manifestsText(size);
  return { name: `${size} objects`, run: () => check(text, size) };
}

/** Every service lacks one probe, so the number of findings shows that the linter does not skip objects or rules. */
function check(text: string, size: number): void {
  const objects = parseManifests(text, 'bench.yaml');
  const findings = lint(objects);
  if (objects.length !== size) throw new Error(`${objects.length} of ${size} objects were read`);
  if (findings.length !== size / OBJECTS_OF_A_SERVICE) throw new Error(`${findings.length} findings: ${findings[0]?.rule}`);
}

const OBJECTS_OF_A_SERVICE = 4;

/** Services of one namespace, each with an autoscaler and a disruption budget. */
export function manifestsText(size: number): string {
  return Array.from({ length: size / OBJECTS_OF_A_SERVICE }, (_, index) => serviceText(`web-${index}`)).join('');
}

function serviceText(name: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app.kubernetes.io/name: ${name} } }
  template:
    metadata:
      labels: { app.kubernetes.io/name: ${name}, app.kubernetes.io/part-of: shop }
    spec:
      securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: web
          image: example.com/web:1.2.3
          ports:
            - name: http
              containerPort: 8080
          resources:
            requests: { cpu: 250m, memory: 256Mi }
            limits: { memory: 256Mi }
          readinessProbe:
            httpGet: { path: /health, port: http }
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop }
spec:
  selector:
    app.kubernetes.io/name: ${name}
  ports:
    - port: 80
      targetPort: http
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: ${name}, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${name} }
  minReplicas: 3
  maxReplicas: 10
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: { type: Utilization, averageUtilization: 60 }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: ${name}, namespace: shop }
spec:
  maxUnavailable: 1
  selector:
    matchLabels: { app.kubernetes.io/name: ${name} }
---
`;
}
