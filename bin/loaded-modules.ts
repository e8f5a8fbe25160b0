import type { ProgramModules } from './program-modules';

/** The modules of the program, each loaded when it is called. */
export const MODULES: ProgramModules = {
  commands: {
    init: () => (require('./commands/init') as typeof import('./commands/init')).init,
    list: () => (require('./commands/list') as typeof import('./commands/list')).list,
    estimate: () => (require('./commands/estimate') as typeof import('./commands/estimate')).estimate,
    compare: () => (require('./commands/compare') as typeof import('./commands/compare')).compare,
    explain: () => (require('./commands/explain') as typeof import('./commands/explain')).explain,
    quotas: () => (require('./commands/quotas') as typeof import('./commands/quotas')).quotas,
    recommend: () => (require('./commands/recommend') as typeof import('./commands/recommend')).recommend,
    design: () => (require('./commands/design') as typeof import('./commands/design')).design,
    capacity: () => (require('./commands/capacity') as typeof import('./commands/capacity')).capacity,
    curve: () => (require('./commands/curve') as typeof import('./commands/curve')).curve,
    fit: () => (require('./commands/fit') as typeof import('./commands/fit')).fit,
    manifests: () => (require('./commands/manifests') as typeof import('./commands/manifests')).manifests,
    lint: () => (require('./commands/lint') as typeof import('./commands/lint')).lint,
    check: () => (require('./commands/check') as typeof import('./commands/check')).check,
    move: () => (require('./commands/move') as typeof import('./commands/move')).move,
    completion: () => (require('./commands/completion') as typeof import('./commands/completion')).completion,
  },
  systems: () => require('./systems') as typeof import('./systems'),
  answers: () => require('./printed-answers') as typeof import('./printed-answers'),
  estimator: () => (require('./cached-estimates') as typeof import('./cached-estimates')).cachedEstimates(process.env).estimator,
  charts: () => (require('./cached-estimates') as typeof import('./cached-estimates')).cachedEstimates(process.env).chartsOf,
  estimate: () => require('../lib/answers/estimate') as typeof import('../lib/answers/estimate'),
  check: () => require('../lib/answers/check-templates') as typeof import('../lib/answers/check-templates'),
  lint: () => require('../lib/answers/lint') as typeof import('../lib/answers/lint'),
  move: () => require('../lib/answers/move') as typeof import('../lib/answers/move'),
  quotas: () => require('../lib/answers/quotas') as typeof import('../lib/answers/quotas'),
  dataVersions: () => require('../lib/answers/data-versions') as typeof import('../lib/answers/data-versions'),
  manifests: () => require('../lib/answers/manifests') as typeof import('../lib/answers/manifests'),
};
