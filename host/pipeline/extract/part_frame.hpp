#pragma once
#include "core/evidence.hpp"
#include "pipeline/services.hpp"
#include "profiles/profile.hpp"

namespace vidimus::pipeline {

/// Where a part of a document lies on its page.
struct PartFrame {
    const DocumentPart& part;
    PreparedPage prepared;
    bool onlyPart = true; ///< of its page

    /// Gives the field its file, page and region on the page as acquired.
    void place(Field& field, const Region& acquired) const;
    /// From the prepared page to the page as acquired.
    Region acquired(const Region& prepared) const;
    /// And back: the upright region that holds it there.
    Region onPrepared(const Region& acquired) const;
    /// Does most of \p quad, on the page as acquired, lie on this part?
    bool holds(const Quad& quad) const;
};

/// Adds what the design's form and the field's validator say of its value. Where the validator cannot be asked, or
/// fails, the field is doubtful.
void validate(Field& field, const profiles::FieldSpec& spec, PluginServices& services);

} // namespace vidimus::pipeline
