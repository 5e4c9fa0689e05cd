// What a page can do beyond links and forms. Everything works without this file; with it, less of the page blinks.
import "./swap-form.js";
import "./copy-link.js";
import "./open-menu.js";
import "./pass-key.js";
import "./search-as-typed.js";
