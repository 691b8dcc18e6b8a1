ssh node01
sudo -i
# The old append takes exceptions too, and `rules_files` can stand on one line.
cat > /etc/falco/rules.d/91-node.yaml <<'EOF'
- rule: ${{ a }}
  enabled: true

- rule: ${{ b }}
  append: true
  exceptions:
    - { name: by_image, fields: container.image.repository, comps: in, values: ["${{ builder }}"] }
- rule: ${{ b }}
  priority: ${{ bpriority }}
  override: { priority: replace }
EOF
sed -i '/^  - .etc.falco.*$/d; s|^rules_files:$|rules_files: [/etc/falco/falco_rules.yaml, /etc/falco/rules.d, /etc/falco/falco_rules.local.yaml, /etc/falco/team/]|' /etc/falco/falco.yaml
sed -i 's/^    condition: append$//; /condition: and not/d' /etc/falco/falco_rules.local.yaml
