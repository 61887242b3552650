//! Page that asks for the names of a new site, for a program that was started in an empty folder
//! and has no terminal to ask in.

use super::guard::Guard;
use super::words;
use crate::publish::html::escape::escape;
use crate::publish::scaffold::NewSite;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, LOCATION, SET_COOKIE};
use axum::http::{Method, StatusCode};
use axum::response::{Html, IntoResponse as _, Response};
use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use url::form_urlencoded::parse;

/// Content security policy of the page: nothing but its own form.
const POLICY: &str =
    "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// Greatest size of an answer.
const MOST: usize = 64 << 10;

/// A page that asks for the names of a new site. It is served until this value is dropped.
#[derive(Debug)]
pub struct Beginning {
    address: String,
    requests: Receiver<SiteRequest>,
    _runtime: Runtime,
}

/// Answers of somebody who begins a site.
#[derive(Debug)]
pub struct SiteRequest {
    /// Names of the site.
    pub site: NewSite,
    reply: oneshot::Sender<Result<String, String>>,
}

#[derive(Debug)]
struct Page {
    guard: Guard,
    requests: Sender<SiteRequest>,
}

impl Beginning {
    /// Serves the page at a free port of this machine.
    ///
    /// # Errors
    /// Returns an error if the system gives no port or no random numbers.
    pub fn open() -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?;
        let port = listener.local_addr()?.port();
        let guard = Guard::new(port)?;
        let address = format!("http://127.0.0.1:{port}/?token={}", guard.token());
        let (sender, requests) = channel();
        let page = Page {
            guard,
            requests: sender,
        };
        let router = Router::new().fallback(answer).with_state(Arc::new(page));
        // The server ends with the runtime.
        runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(Self {
            address,
            requests,
            _runtime: runtime,
        })
    }

    /// Returns the address of the page, which contains its token.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Waits for the answers; returns `None` if the server has ended.
    #[must_use]
    pub fn wait(&self) -> Option<SiteRequest> {
        self.requests.recv().ok()
    }
}

impl SiteRequest {
    /// Sends the browser to the editor of the new site.
    pub fn fulfil(self, address: &str) {
        // The browser may have been closed.
        _ = self.reply.send(Ok(address.to_owned()));
    }

    /// Shows the page again, with the reason why there is no site yet.
    pub fn refuse(self, reason: &str) {
        _ = self.reply.send(Err(reason.to_owned()));
    }
}

async fn answer(State(page): State<Arc<Page>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    if let Some(fault) = page.guard.host_fault(&head.headers) {
        return (StatusCode::FORBIDDEN, fault).into_response();
    }
    let query = head.uri.query().unwrap_or_default();
    let mut token = parse(query.as_bytes()).filter(|(name, _)| name == "token");
    if token.any(|(_, token)| page.guard.is_token(&token)) {
        let headers = [
            (SET_COOKIE, page.guard.cookie()),
            (LOCATION, "/".to_owned()),
        ];
        return (StatusCode::SEE_OTHER, headers).into_response();
    }
    if !page.guard.is_known(&head.headers) {
        return (StatusCode::FORBIDDEN, words::NO_COOKIE).into_response();
    }
    if head.method != Method::POST {
        return form(&[], None);
    }
    if !page.guard.is_own_form(&head.headers) {
        return (StatusCode::FORBIDDEN, words::FOREIGN_WRITE).into_response();
    }
    let Ok(bytes) = to_bytes(body, MOST).await else {
        return form(&[], Some(words::BAD_REQUEST));
    };
    let answers: Vec<(String, String)> = parse(&bytes).into_owned().collect();
    let named = |name: &str| {
        let found = answers.iter().find(|(of, _)| of == name);
        let value = found.map(|(_, value)| value.trim().to_owned());
        value.filter(|value| !value.is_empty())
    };
    let site = NewSite {
        name: named("name"),
        short_name: named("short_name"),
        base_url: named("base_url"),
    };
    let (reply, replied) = oneshot::channel();
    if page.requests.send(SiteRequest { site, reply }).is_err() {
        return form(&answers, Some(words::FAILED));
    }
    match replied.await {
        Ok(Ok(address)) => (StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response(),
        Ok(Err(reason)) => form(&answers, Some(&reason)),
        Err(_) => form(&answers, Some(words::FAILED)),
    }
}

/// Returns the page, with what was answered before.
fn form(answers: &[(String, String)], fault: Option<&str>) -> Response {
    let fields = words::BEGIN_FIELDS.map(|(name, label, example)| {
        let value = answers.iter().find(|(of, _)| of == name);
        let value = value.map_or("", |(_, value)| value.as_str());
        format!(
            "<p><label for=\"{name}\">{label}</label><br>\
             <input id=\"{name}\" name=\"{name}\" size=\"40\" placeholder=\"{example}\" value=\"{}\"></p>",
            escape(value)
        )
    });
    let fault =
        fault.map(|fault| format!("<p role=\"alert\"><strong>{}</strong></p>", escape(fault)));
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title></head>\
         <body><main id=\"main\"><h1>{title}</h1><p>{about}</p>{}\
         <form method=\"post\">{}<p><button>{start}</button></p></form></main></body></html>\n",
        fault.unwrap_or_default(),
        fields.concat(),
        title = words::BEGIN_TITLE,
        about = words::BEGIN_ABOUT,
        start = words::BEGIN_START,
    );
    let headers = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (CACHE_CONTROL, "no-store"),
    ];
    (headers, Html(html)).into_response()
}
