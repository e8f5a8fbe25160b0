/** The command up to its first computation: all code of a recommendation is loaded, and the system and prices are read. */
import '../bin/program';
import '../bin/cached-estimates';
import '../lib/aws/app';
import { systemNamed } from '../lib/answers/blueprint-for';
import { offersIn } from '../lib/catalog/offers';

systemNamed('aiva');
offersIn('us-east-1');
