//! Points, rectangles and outlines, in units of the map.

/// A point; `y` grows downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Distance from the left edge.
    pub x: f64,
    /// Distance from the top edge.
    pub y: f64,
}

impl Point {
    /// The point at these distances from the left and the top.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Rect {
    /// The rectangle with this corner and size.
    pub const fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Self { x, y, w, h }
    }

    /// The rectangle around a middle.
    pub fn around(middle: Point, w: f64, h: f64) -> Self {
        Self::new(middle.x - w / 2.0, middle.y - h / 2.0, w, h)
    }

    /// Right edge.
    pub fn right(self) -> f64 {
        self.x + self.w
    }

    /// Bottom edge.
    pub fn bottom(self) -> f64 {
        self.y + self.h
    }

    /// The middle.
    pub fn middle(self) -> Point {
        Point::new(self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// Smaller by `dx` on the left and right and by `dy` at the top and bottom.
    #[must_use]
    pub fn inset(self, dx: f64, dy: f64) -> Self {
        Self::new(self.x + dx, self.y + dy, self.w - 2.0 * dx, self.h - 2.0 * dy)
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }

    /// Whether the two share more than an edge.
    pub fn meets(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies within this one.
    pub fn contains(self, other: Self) -> bool {
        self.x <= other.x && self.y <= other.y && self.right() >= other.right() && self.bottom() >= other.bottom()
    }
}

/// The outline of a region: a rounded rectangle whose sides bow outwards by `bow`.
pub fn outline(rect: Rect, radius: f64, bow: f64) -> String {
    let radius = radius.min(rect.w / 2.0).min(rect.h / 2.0);
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let middle = rect.middle();
    // The corner is a cubic whose handles stop half way, which is softer than a circle.
    let soft = radius / 2.0;
    let mut path = format!("M{} {}", number(left + radius), number(top));
    let mut add = |command: char, numbers: &[f64]| {
        path.push(command);
        for (index, value) in numbers.iter().enumerate() {
            path.push_str(if index == 0 { "" } else { " " });
            path.push_str(&number(*value));
        }
    };
    add('Q', &[middle.x, top - bow, right - radius, top]);
    add('C', &[right - soft, top, right, top + soft, right, top + radius]);
    add('Q', &[right + bow, middle.y, right, bottom - radius]);
    add('C', &[right, bottom - soft, right - soft, bottom, right - radius, bottom]);
    add('Q', &[middle.x, bottom + bow, left + radius, bottom]);
    add('C', &[left + soft, bottom, left, bottom - soft, left, bottom - radius]);
    add('Q', &[left - bow, middle.y, left, top + radius]);
    add('C', &[left, top + soft, left + soft, top, left + radius, top]);
    path.push('z');
    path
}

/// A length as SVG writes it, to a tenth of a unit. Rust's own formatting of floating-point numbers would weigh more in
/// the wasm than all of this module.
pub fn number(value: f64) -> String {
    let tenths = (value * 10.0 + 0.5).floor() as i32;
    let (whole, tenth) = ((tenths / 10).abs(), (tenths % 10).abs());
    let sign = if tenths < 0 { "-" } else { "" };
    if tenth == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{tenth}") }
}
