/** On every page: the demo clock and the display preferences. Both work on plain forms; here they work at once. */
import './clock.ts';
import './preferences.ts';

document.documentElement.classList.add('scripted');
