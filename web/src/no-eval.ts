// The schemas compile themselves with `new Function` where they may. The page's Content Security Policy says that they may
// not; asking first would log a violation in everybody's browser.

import * as z from 'zod';

z.config({ jitless: true });
