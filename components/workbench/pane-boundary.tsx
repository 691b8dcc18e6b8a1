'use client'

import { Component, type ReactNode } from 'react'
import { Glyph } from '../ui/glyph.tsx'

interface Props {
  readonly name: string
  readonly children: ReactNode
}

/** Keeps a fault of one pane inside of it: the other panes go on. React offers this to classes only. */
export class PaneBoundary extends Component<Props, { readonly fault: Error | null }> {
  override state = { fault: null }

  static getDerivedStateFromError(fault: Error) {
    return { fault }
  }

  override render() {
    if (this.state.fault === null) return this.props.children
    return (
      <section className="pane" aria-label={this.props.name}>
        <div className="pane-body wb-fault">
          <div className="note note-miss" role="alert">
            <Glyph name="error" />
            <p>
              The {this.props.name} pane stopped. The error is ours; what was saved is safe, and the other panes go on.
            </p>
          </div>
          <button className="btn btn-sm" type="button" onClick={() => this.setState({ fault: null })}>
            Open the pane again
          </button>
        </div>
      </section>
    )
  }
}
