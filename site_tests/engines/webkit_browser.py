"""A browser of one window for WebKitWebDriver.

Usage: /usr/bin/python3 webkit_browser.py PROFILE [--no-site-data]

WebKitGTK's own MiniBrowser forgets everything when it is driven. This one keeps its profile, and
writes the console to standard output. Debian's Python runs it, which has the bindings.
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402 - the versions have to be chosen before

PROFILE = Path(sys.argv[1])
SITE_DATA = "--no-site-data" not in sys.argv


def main() -> None:
    """Wait for the driver, and show the page that it asks for."""
    manager = WebKit2.WebsiteDataManager(
        base_data_directory=str(PROFILE / "data"), base_cache_directory=str(PROFILE / "cache")
    )
    context = WebKit2.WebContext(website_data_manager=manager)
    context.set_automation_allowed(True)
    context.connect("automation-started", start)
    Gtk.main()


def start(context: WebKit2.WebContext, session: WebKit2.AutomationSession) -> None:
    """Tell the driver who this is, and give it a page when it wants one."""
    information = WebKit2.ApplicationInfo()
    # The name that Selenium asks for; the driver starts no session with another.
    information.set_name("MiniBrowser")
    information.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), 0)
    session.set_application_info(information)
    session.connect("create-web-view", lambda _: show(context))


def show(context: WebKit2.WebContext) -> WebKit2.WebView:
    """Open the window."""
    view = WebKit2.WebView(
        web_context=context,
        is_controlled_by_automation=True,
        settings=WebKit2.Settings(
            enable_write_console_messages_to_stdout=True, enable_html5_local_storage=SITE_DATA
        ),
    )
    window = Gtk.Window()
    window.set_default_size(1280, 900)
    window.connect("destroy", Gtk.main_quit)
    window.add(view)
    window.show_all()
    return view


if __name__ == "__main__":
    main()
