/** Copying holds its promises between every two kinds of store. */

import { copyingContract } from './copying.ts';
import { onSqlite } from './copying/places.ts';

copyingContract('SQLite to SQLite', onSqlite, onSqlite);
