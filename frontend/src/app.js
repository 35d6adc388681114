// The bundle of every page. Pages work without it; it adds speed, keys and kept text. What few pages need comes when needed.
import "./requests.js";
import "./menus.js";
import "./keys.js";
import "./bars.js";
import "./parts.js";
