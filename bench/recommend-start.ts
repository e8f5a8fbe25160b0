/** The command up to its first computation: all code of a recommendation is loaded, and the system and prices are read. */
import '../bin/program';
import '../bin/cached-estimates';
import '../lib/aws/app';
import { systemOf } from '../lib/answers/system-reference';
import { offersIn } from '../lib/catalog/offers';

systemOf('aiva');
offersIn('us-east-1');
