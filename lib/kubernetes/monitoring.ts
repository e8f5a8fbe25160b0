import type { Chart } from 'cdk8s';
import type { BuildContext } from './build-context';

/** What watches the components: monitors and rules of the Prometheus Operator. */
export function addMonitoring(_chart: Chart, _context: BuildContext): void {}
