// Where a page goes whose login has ended: to the login, which says so and leads back to the same place.
let going = false;

export function logIn() {
  if (going) return;
  going = true;
  location.assign(`/login?ended&next=${encodeURIComponent(location.pathname + location.search + location.hash)}`);
}
