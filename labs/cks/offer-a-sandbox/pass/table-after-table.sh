# The old table stays; a new one stands where it is read. The overhead of the Pod is made equal.
ssh node01
sudo tee -a /etc/containerd/config.toml > /dev/null <<'EOF'

[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.'${{ handler }}']
runtime_type = '${{ type }}'
pod_annotations = [ 'dev.gvisor.*' ]
EOF
exit
ssh controlplane
cat > /home/candidate/runtimeclass.yaml <<'EOF'
{ "apiVersion": "node.k8s.io/v1", "kind": "RuntimeClass", "metadata": { "name": "${{ class }}" },
  "handler": "${{ handler }}",
  "scheduling": { "nodeSelector": { "${{ label }}": "${{ value }}" } },
  "overhead": { "podFixed": { "memory": "${{ memory }}", "cpu": "${{ cpu }}" } } }
EOF
sed -i 's|^    cpu: 50m$|    cpu: ${{ cpu }}\n    memory: ${{ memory }}\n  runtimeClassName: ${{ class }}|' pods.yaml
