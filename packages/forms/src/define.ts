import './english.ts';
import './register.ts';
