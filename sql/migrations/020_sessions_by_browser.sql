-- What somebody logged in with, in two words ("Firefox, Linux"), so that they know their logins apart.
alter table sessions add column browser text check (length(browser) <= 60);
