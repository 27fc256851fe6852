import { DatelineSearch } from './element.ts';

// A page may load the script twice.
if (!customElements.get('dateline-search')) customElements.define('dateline-search', DatelineSearch);
