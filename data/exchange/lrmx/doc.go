// Package lrmx reads and writes .lrmx, the exchange file of the cadre
// appointment form (干部任免审批表): one person, one XML file, root Person, one
// child element per cell of the form. The package knows the format alone; what
// a value means to the office is decided elsewhere.
//
// Reading takes whatever the programs of the trade are known to write. Nothing
// it finds is thrown away silently: unknown elements and attributes are kept
// and written back, and what had to be put right or left out is said in
// File.Warnings.
//
// What reading puts right:
//
//	byte order mark                    dropped
//	UTF-8, GB18030/GBK/GB2312, UTF-16  converted; where the bytes contradict the
//	                                   declaration, the bytes are believed
//	CRLF, CR                           LF, as XML itself asks
//	characters XML forbids             dropped, written plainly or as &#1;
//	bare “&”, &nbsp;, unclosed <br>    taken as text, blank, line break
//	<br/> within a leaf                line break
//	ZhaoPian                           decoded to File.Photo when it is a whole
//	                                   photo, otherwise left as it stands
//	values of a family member          trimmed, line breaks as for Get
//	comments, DOCTYPE                  dropped
//
// What File.Get puts right on top, leaving Tag.Text as it was read: blanks
// (full-width and invisible ones too) around the value are cut, CRLF, CR and a
// <br/> spelled out in the text become a line feed, so that a tag which is
// missing, self-closed, empty or blank is "" alike. Blanks within a value stay:
// “张 三” is handed on as written, NormalName is there for comparing.
//
// What Write puts right:
//
//	encoding        UTF-8 without byte order mark
//	order           as in Tags; then unknown tags in the order of the file
//	missing tags    written empty; optional ones (2025) only when present
//	known tags      the value of Get, line breaks as CRLF
//	unknown tags    as read, markup within them included
//	photo           base64 on one line; an unreadable one as it was read
//	Version         as it was; DefaultVersion in a file made by New
//
// Reading what was written gives the same Get for every tag, the same family
// and the same photo.
package lrmx
