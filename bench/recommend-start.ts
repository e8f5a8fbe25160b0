/** The command up to its first computation: everything loaded that a recommendation may need, the system and prices read. */
import '../bin/program';
import '../bin/cached-estimates';
import '../lib/aws/app';
import { systemNamed } from '../lib/answers/blueprint-for';
import { offersIn } from '../lib/catalog/offers';

systemNamed('aiva');
offersIn('us-east-1');
